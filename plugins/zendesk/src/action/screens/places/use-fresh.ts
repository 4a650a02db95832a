import { useEffect } from 'react';
import type { ZendeskFrame } from '../../zaf/zendesk-frame.ts';
import type { Loaded } from './use-loaded.ts';
import { useLoaded } from './use-loaded.ts';

/** As `useLoaded`, and loads again whenever Zendesk's page changes or this page is looked at again. */
export function useFresh<Value>(
  load: () => Promise<Value>,
  frame: ZendeskFrame,
): readonly [loaded: Loaded<Value>, again: () => void] {
  const [loaded, again] = useLoaded(load);
  useEffect(() => {
    const seen = (): void => {
      if (document.visibilityState === 'visible') again();
    };
    document.addEventListener('visibilitychange', seen);
    frame.onChange(again);
    return () => document.removeEventListener('visibilitychange', seen);
  }, [frame, again]);
  return [loaded, again];
}
