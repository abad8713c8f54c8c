import { useEffect, useRef, useState } from 'preact/hooks';
import { type Trouble, troubleOf } from './server.ts';

export type Task = {
  readonly running: boolean;
  readonly trouble: Trouble | null;
  /** Starts the work; what an earlier start still brings is dropped. */
  readonly run: (work: () => Promise<void>) => void;
  readonly dismiss: () => void;
};

/** Work that a person waits for, with its trouble. */
export function useTask(): Task {
  const [running, setRunning] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const latest = useRef(0);

  const run = (work: () => Promise<void>) => {
    latest.current += 1;
    const own = latest.current;
    const settle = (found: Trouble | null) => {
      if (own !== latest.current) return;
      setTrouble(found);
      setRunning(false);
    };
    setTrouble(null);
    setRunning(true);
    work().then(
      () => settle(null),
      (error: unknown) => settle(troubleOf(error)),
    );
  };
  return { running, trouble, run, dismiss: () => setTrouble(null) };
}

/** How long something has been going on, as a person should see it. */
export type Patience = 'none' | 'spinner' | 'long';

const SPINNER_AFTER_MS = 300;
const LONG_AFTER_MS = 10_000;

/** A spinner that flashes by irritates: it comes after 0.3 s, a sentence of comfort after 10 s. */
export function usePatience(running: boolean): Patience {
  const [patience, setPatience] = useState<Patience>('none');
  useEffect(() => {
    setPatience('none');
    if (!running) return;
    const timers = [
      setTimeout(() => setPatience('spinner'), SPINNER_AFTER_MS),
      setTimeout(() => setPatience('long'), LONG_AFTER_MS),
    ];
    return () => timers.forEach(clearTimeout);
  }, [running]);
  return running ? patience : 'none';
}
