import { createContext } from 'preact';
import { useContext, useId } from 'preact/hooks';

/** What the ids of a script begin with: each has its own copy of Preact, which counts from 0 in the same page. */
export const IdPrefix = createContext('');

/** An id that no other part of the page has, from whichever script it is. */
export function usePartId(): string {
  return useContext(IdPrefix) + useId();
}
