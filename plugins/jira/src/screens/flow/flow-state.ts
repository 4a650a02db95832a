import type { Obstacle } from '@lethe/core';
import type { Refusal, RefusalCode, ReviewState, RunState } from '../../forge/protocol.ts';

/** What happens around an answer that is on the screen. */
interface Around {
  /** Somebody chose something, and the answer is not there yet. */
  readonly busy?: boolean;
  /** Asking how it stands got no answer; it is asked again. */
  readonly lost?: Refusal;
}

/** Where the flow with one person is. */
export type FlowState =
  | { readonly at: 'asking' }
  | ({
      readonly at: 'review';
      readonly review: ReviewState;
      /** Why the run did not begin. */
      readonly refused?: Obstacle;
    } & Around)
  | ({ readonly at: 'run'; readonly run: RunState } & Around)
  | { readonly at: 'refused'; readonly refusal: Refusal };

/** Whether it goes on in the background, so that it has to be asked for. */
export function isUnderWay(state: FlowState): state is Extract<FlowState, { readonly at: 'review' | 'run' }> {
  if (state.at === 'review') return state.review.at === 'looking';
  return state.at === 'run' && (state.run.at === 'waiting' || state.run.at === 'running');
}

const passing: readonly RefusalCode[] = ['down', 'too-fast', 'locked', 'unreadable', 'fault'];

/** Whether a refusal may be over when it is asked again. */
export function mayPass({ code }: Refusal): boolean {
  return passing.includes(code);
}
