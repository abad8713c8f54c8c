/** Names as numbers, each once. */
export class Names {
  readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();

  /** −1 for the empty name, which is none. */
  numberOf(name: string): number {
    if (name === '') return -1;
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const number = this.names.push(name) - 1;
    this.numbers.set(name, number);
    return number;
  }
}

/** GMV of accounts and their items as columns; accounts and items are numbers of names, −1 is none. */
export class Flows {
  readonly accounts: number[] = [];
  readonly contents: number[] = [];
  readonly days: number[] = [];
  readonly gmv: number[] = [];

  get length(): number {
    return this.days.length;
  }

  push(account: number, content: number, day: number, gmv: number): void {
    this.accounts.push(account);
    this.contents.push(content);
    this.days.push(day);
    this.gmv.push(gmv);
  }
}
