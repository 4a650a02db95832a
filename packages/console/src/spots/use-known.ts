import { useState } from 'react';

/** What somebody has ticked off. */
export interface Known<T extends string> {
  readonly known: ReadonlySet<T>;
  readonly know: (one: T, known: boolean) => void;
}

/** Remembers what is ticked off, for as long as the page is open. */
export function useKnown<T extends string>(): Known<T> {
  const [known, setKnown] = useState<ReadonlySet<T>>(new Set());
  return {
    known,
    know: (one, isKnown) =>
      setKnown((before) => {
        const after = new Set(before);
        if (isKnown) after.add(one);
        else after.delete(one);
        return after;
      }),
  };
}
