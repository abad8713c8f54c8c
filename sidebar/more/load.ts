import { useEffect, useState } from 'preact/hooks';
import { call, type EndpointName, type RequestOf, type ValueOf } from '../server.ts';
import { type Task, useTask } from '../task.ts';

export type Load<T> = {
  /** null until it is there. */
  readonly value: T | null;
  readonly task: Task;
  readonly reload: () => void;
};

/**
 * What an endpoint answers, asked once when the screen opens.
 * @param name Endpoint.
 * @param request What it takes.
 */
export function useLoad<K extends EndpointName>(name: K, request: RequestOf<K>): Load<ValueOf<K>> {
  const [value, setValue] = useState<ValueOf<K> | null>(null);
  const task = useTask();
  const reload = () => task.run(async () => setValue(await call(name, request)));
  useEffect(reload, []);
  return { value, task, reload };
}
