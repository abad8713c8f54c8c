import { call } from './server.ts';
import { type Task, useTask } from './task.ts';

export type Go = (sheet: string, cell?: string) => void;

/** Leads to tabs and cells of the spreadsheet. */
export function useGo(): { readonly go: Go; readonly task: Task } {
  const task = useTask();
  const go: Go = (sheet, cell) =>
    task.run(async () => {
      await call('showCell', cell === undefined ? { sheet } : { sheet, cell });
    });
  return { go, task };
}
