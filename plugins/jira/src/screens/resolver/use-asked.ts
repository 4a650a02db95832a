import { useCallback, useEffect, useState } from 'react';
import type { FunctionName, Payload, Refusal, Values } from '../../forge/protocol.ts';
import { askResolver } from './ask.ts';

/** Something that is being asked for, is there, or was refused. */
export type Asked<Value> =
  | { readonly at: 'asking' }
  | { readonly at: 'there'; readonly value: Value }
  | { readonly at: 'refused'; readonly refusal: Refusal };

/** Asks a function when the screen appears, and again when told to. What was there stays until the new answer comes. */
export function useAsked<Name extends FunctionName>(
  name: Name,
  payload: Payload<Name>,
): readonly [asked: Asked<Values[Name]>, again: () => void] {
  const [asked, set] = useState<Asked<Values[Name]>>({ at: 'asking' });
  const [turn, next] = useState(0);
  const told = JSON.stringify(payload);
  useEffect(() => {
    const now = { wanted: true };
    void askResolver(name, payload).then((answer) => {
      if (!now.wanted) return;
      set(answer.ok ? { at: 'there', value: answer.value } : { at: 'refused', refusal: answer });
    });
    return () => {
      now.wanted = false;
    };
    // The payload is new with each drawing; what it says is in `told`.
  }, [name, told, turn]);
  return [asked, useCallback(() => next((before) => before + 1), [])];
}
