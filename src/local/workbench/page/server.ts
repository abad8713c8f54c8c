/** Talks to the host that served the page. */
import type { Boot, HostMessage, WorkbookAnswer } from '../messages.ts';

export const boot = JSON.parse(document.getElementById('boot')!.textContent!) as Boot;
export const words = boot.words;

let head = '';
let running = 0;

/** Last revision of the workbook that the host named. */
export const hostHead = (): string => head;

/** How many requests wait for their answer. */
export const postsRunning = (): number => running;

/** Sends something that changes the workbook or asks the add-on; a file goes as it is. */
export async function post<T>(path: string, body: unknown = {}): Promise<T> {
  running++;
  try {
    const file = body instanceof File ? body : undefined;
    const response = await fetch(path, {
      method: 'POST',
      headers: {
        'content-type': file ? 'application/octet-stream' : 'application/json',
        'x-workbench-token': boot.token,
        ...(file ? { 'x-file-name': encodeURIComponent(file.name) } : {}),
      },
      body: file ?? JSON.stringify(body),
    });
    const answer = (await response.json()) as T & { error?: string };
    if (!response.ok) throw new Error(answer.error ?? `status ${response.status}`);
    head = response.headers.get('x-workbench-head') ?? head;
    return answer;
  } finally {
    running--;
  }
}

/**
 * The workbook as the host has it now.
 *
 * @throws Error where the host does not answer
 */
export async function loadWorkbook(): Promise<WorkbookAnswer> {
  const response = await fetch('/workbook');
  if (!response.ok) throw new Error(`status ${response.status}`);
  const answer = (await response.json()) as WorkbookAnswer;
  head = answer.head;
  return answer;
}

/** Hears the host; `onLost` when the connection breaks, `onBack` when it is there again. */
export function listen(heard: (message: HostMessage) => void, onLost: () => void, onBack: () => void): void {
  const source = new EventSource('/events');
  let lost = false;
  source.onmessage = (event) => heard(JSON.parse(event.data as string) as HostMessage);
  source.onerror = () => {
    if (!lost) onLost();
    lost = true;
  };
  source.onopen = () => {
    if (lost) onBack();
    lost = false;
  };
}
