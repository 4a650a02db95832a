import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { standingFrom } from './standing.ts';
import type { Standing } from './standing.ts';

/** Where a run is by now, and whether the stream that tells it is interrupted. */
export interface Watched {
  readonly standing: Standing | undefined;
  readonly lost: boolean;
}

/**
 * Follows a run as long as `watching`: the browser connects again by itself, and each event is the whole of where the run is, so
 * nothing has to be caught up on. When its state changes, everything else about it is asked anew.
 */
export function useStanding(run: string, watching: boolean): Watched {
  const queries = useQueryClient();
  const [watched, setWatched] = useState<Watched>({ standing: undefined, lost: false });
  useEffect(() => {
    if (!watching) return undefined;
    const source = new EventSource(`/api/v1/runs/${run}/events`);
    const known: { state?: Standing['state'] } = {};
    source.addEventListener('run', ({ data }: MessageEvent<unknown>) => {
      const standing = typeof data === 'string' ? standingFrom(data) : undefined;
      if (standing === undefined) return;
      setWatched({ standing, lost: false });
      if (known.state !== standing.state) void queries.invalidateQueries({ queryKey: ['runs'] });
      known.state = standing.state;
    });
    source.addEventListener('open', () => setWatched(({ standing }) => ({ standing, lost: false })));
    source.addEventListener('error', () => setWatched(({ standing }) => ({ standing, lost: true })));
    return () => source.close();
  }, [run, watching, queries]);
  return watched;
}
