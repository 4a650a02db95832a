import { useCallback, useEffect, useState } from 'react';

/** Something that takes a while: on its way, there, or failed. */
export type Loaded<Value> =
  | { readonly at: 'loading' }
  | { readonly at: 'there'; readonly value: Value }
  | { readonly at: 'failed'; readonly error: unknown };

/** Loads when the screen comes up, and again when `again` is called; what is there stays until the new is. */
export function useLoaded<Value>(load: () => Promise<Value>): readonly [loaded: Loaded<Value>, again: () => void] {
  const [loaded, set] = useState<Loaded<Value>>({ at: 'loading' });
  const [round, next] = useState(0);
  useEffect(() => {
    const wanted = { still: true };
    load().then(
      (value) => wanted.still && set({ at: 'there', value }),
      (error: unknown) => wanted.still && set({ at: 'failed', error }),
    );
    return () => {
      wanted.still = false;
    };
  }, [load, round]);
  return [loaded, useCallback(() => next((before) => before + 1), [])];
}
