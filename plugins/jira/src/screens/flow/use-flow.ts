import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Payload } from '../../forge/protocol.ts';
import { askResolver } from '../resolver/ask.ts';
import type { FlowState } from './flow-state.ts';
import type { Later } from './person-flow.ts';
import { PersonFlow } from './person-flow.ts';

/** What a flow begins with: a person to look at, or something begun before. */
export type Beginning =
  | { readonly with: 'person'; readonly wish: Payload<'startReview'> }
  | { readonly with: 'review'; readonly review: string }
  | { readonly with: 'run'; readonly run: string };

/** A flow that lives as long as the screen, and how it stands. */
export function useFlow(beginning: Beginning): readonly [flow: PersonFlow, state: FlowState] {
  const flow = useMemo(() => new PersonFlow(askResolver, inTheBrowser), []);
  const told = JSON.stringify(beginning);
  useEffect(() => {
    if (beginning.with === 'person') flow.review(beginning.wish);
    else if (beginning.with === 'review') flow.openReview(beginning.review);
    else flow.openRun(beginning.run);
    return () => flow.close();
    // What the beginning says is in `told`.
  }, [flow, told]);
  return [flow, useSyncExternalStore(flow.subscribe, flow.state)];
}

function inTheBrowser(...[milliseconds, then]: Parameters<Later>): ReturnType<Later> {
  const timer = setTimeout(then, milliseconds);
  return () => clearTimeout(timer);
}
