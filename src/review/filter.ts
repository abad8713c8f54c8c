/** Which facts a node counts; an empty part means all. */
export type Filter = {
  readonly platform: string;
  readonly market: string;
  readonly account: string;
  readonly format: string;
};

/** Whether a value is what a filter asks for; an empty filter asks for nothing. */
export function fits(wanted: string, found: string): boolean {
  return wanted === '' || wanted.toLowerCase() === found.toLowerCase();
}
