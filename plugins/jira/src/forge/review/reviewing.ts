import type { HostErrorCode } from '@lethe/core';
import { identifiersTyped, ReviewFlow } from '@lethe/review';
import type { Desk, FlowState } from '@lethe/review';
import { personIdOf } from '../../ids.ts';
import type { ReviewNote } from './review-note.ts';

type Result = ReviewNote['result'];

/** What a review may go on in spite of, and what else it looks for. */
export interface Looking {
  readonly note: ReviewNote;
  readonly also: readonly string[];
  /** Told from time to time how many spots were found. */
  readonly found: (spots: number) => void;
}

/** Whether asking again later may help. */
const passing: readonly (HostErrorCode | 'fault')[] = ['too-fast', 'down', 'locked'];

/** Looks at a person; what came of it, to be written down. Throws `OutOfTime` where this invocation does not suffice. */
export async function resultOf(desk: Desk, { note, also, found }: Looking): Promise<Result> {
  const flow = new ReviewFlow(desk);
  const stop = flow.subscribe(() => {
    if (flow.state.at === 'looking') found(flow.state.found);
  });
  try {
    const identifiers = identifiersTyped(also);
    await flow.review(personIdOf(note.person), { acknowledged: note.acknowledged, also: identifiers });
  } finally {
    stop();
  }
  return resultIn(flow.state);
}

/** Whether a review failed for a reason that passes. */
export function mayPass(result: Result): boolean {
  return result.at === 'failed' && passing.includes(result.code);
}

function resultIn(state: FlowState): Result {
  switch (state.at) {
    case 'blocked':
      return { at: 'blocked', obstacles: state.obstacles };
    case 'reviewed':
      return {
        at: 'reviewed',
        plan: state.record.id,
        refused: state.refusedIdentifiers.map(({ kind, reason }) => ({ kind, reason })),
        ...(state.seconds === undefined ? {} : { seconds: state.seconds }),
      };
    case 'trouble':
      return { at: 'failed', code: state.code, says: state.says, remedy: state.remedy };
    default:
      throw new TypeError('a review ended in a state that is no end of one');
  }
}
