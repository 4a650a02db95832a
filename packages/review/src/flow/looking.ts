import { identifiersFrom, phraseFor } from '@lethe/core';
import type { DossierId, Identifiers, Obstacle, ObstacleCode, PersonId } from '@lethe/core';
import type { Desk } from '../desk.ts';
import { existingPerson } from '../lookup.ts';
import { obstaclesTo } from '../obstacles.ts';
import { reviewPerson } from '../review-person.ts';
import type { Reviewed } from '../review-person.ts';
import { rightObstacles } from '../rights.ts';
import { sheetOf } from '../sheet.ts';
import type { Operation } from './operation.ts';
import type { FlowState, ReviewedState } from './state.ts';

/** So many spots are listed before the screen hears of it again. */
const PAGE = 25;

/** What a review may take into account from the start. */
export interface ReviewWishes {
  readonly acknowledged?: readonly ObstacleCode[];
  /** Further identifiers of the person that the host does not file. */
  readonly also?: Identifiers;
  /** Only what is filed under this dossier. */
  readonly only?: DossierId;
}

/** Whom to look at, and how. */
export interface Look {
  readonly person: PersonId;
  readonly wishes: ReviewWishes;
}

/** Looks at a person: what stands in the way, or the plan. Asks for the right before it asks the host for anything. */
export async function look(desk: Desk, { person: id, wishes }: Look, operation: Operation): Promise<FlowState> {
  operation.show({ at: 'looking', found: 0 });
  const missing = await rightObstacles(desk, 'preview');
  if (missing.length > 0) return blocked(id, missing);
  const ofHost = await desk.host.preflight();
  const person = await existingPerson(desk.host, id);
  const { acknowledged = [], also = identifiersFrom({}), only } = wishes;
  if (ofHost.length > 0)
    return blocked(id, [...ofHost, ...(await obstaclesTo(desk, person, { phase: 'review', acknowledged }))]);
  try {
    const reviewed = await reviewPerson(desk, person, {
      acknowledged,
      also,
      ...(only === undefined ? {} : { only }),
      seen: counting(operation),
    });
    if (operation.asked) return { at: 'idle' };
    return 'record' in reviewed ? reviewedState(desk, reviewed) : blocked(id, reviewed.obstacles);
  } catch (error) {
    if (error instanceof GivenUp) return { at: 'idle' };
    throw error;
  }
}

/** Ends a listing that nobody waits for any more; never leaves this file. */
class GivenUp extends Error {
  override readonly name = 'GivenUp';
}

function counting(operation: Operation): () => void {
  let found = 0;
  return () => {
    if (operation.asked) throw new GivenUp('Nobody waits for this any more.');
    found += 1;
    if (found % PAGE === 0) operation.show({ at: 'looking', found });
  };
}

function blocked(person: PersonId, obstacles: readonly Obstacle[]): FlowState {
  return { at: 'blocked', person, obstacles };
}

function reviewedState(
  desk: Desk,
  { record, refused }: Extract<Reviewed, { readonly obstacles: readonly [] }>,
): ReviewedState {
  const seconds = desk.estimate?.(record.plan);
  return {
    at: 'reviewed',
    record,
    sheet: sheetOf(record.plan),
    phrase: phraseFor(record.plan, desk.rules.confirmation),
    refusedIdentifiers: refused,
    ...(seconds === undefined ? {} : { seconds }),
  };
}
