import { HostError, identifiersFrom } from '@lethe/core';
import type { Identifiers, Obstacle, PlanRecord, RunSecrets } from '@lethe/core';
import { personOf, reviewPerson } from '@lethe/review';
import type { Desk } from '@lethe/review';
import { stepPrint } from '@lethe/storage';
import type { ErasedBefore, ErasedPerson } from './erased-before.ts';

/** What a fresh look at somebody who was erased shows. */
export type ReplayReview =
  /** Everything is as the erasure left it, or the account is not there at all. */
  | { readonly is: 'nothing-left' | 'account-gone' }
  /** What has to be done again is nothing but what was done before. */
  | { readonly is: 'undone'; readonly record: PlanRecord; readonly secrets: RunSecrets }
  /** There is more to do than anybody approved: somebody has to review it. */
  | { readonly is: 'more'; readonly steps: number; readonly beyond: number }
  | { readonly is: 'in-the-way'; readonly obstacles: readonly Obstacle[] }
  | { readonly is: 'host-unreachable'; readonly because: string };

/** Somebody who was erased, as they are found now. */
export interface Looked {
  readonly erased: ErasedPerson;
  readonly review: ReplayReview;
}

/** What there is to repeat. */
export interface Found extends ErasedBefore {
  readonly looked: readonly Looked[];
  readonly phrase: string;
}

/** Reviews the person anew. Stores nothing: a plan that goes further than the erasure must not lie about to be confirmed. */
export async function reviewReplay(desk: Desk, erased: ErasedPerson, also?: Identifiers): Promise<ReplayReview> {
  try {
    return await reviewed(desk, erased, also ?? identifiersFrom({}));
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { is: 'host-unreachable', because: error.message };
  }
}

async function reviewed(desk: Desk, erased: ErasedPerson, also: Identifiers): Promise<ReplayReview> {
  const person = await personOf(desk.host, erased.person);
  if (person === undefined) return { is: 'account-gone' };
  const drawer = new Drawer();
  const store = { ...desk.store, savePlan: drawer.put };
  const outcome = await reviewPerson({ ...desk, store }, person, {
    acknowledged: [...erased.acknowledged, 'already-anonymized'],
    also,
    ...(erased.only === undefined ? {} : { only: erased.only }),
  });
  if (!('record' in outcome)) return { is: 'in-the-way', obstacles: outcome.obstacles };
  const { steps } = outcome.record.plan;
  if (steps.length === 0) return { is: 'nothing-left' };
  const beyond = steps.filter((step) => !erased.steps.has(stepPrint(step))).length;
  if (beyond > 0) return { is: 'more', steps: steps.length, beyond };
  const [newest] = erased.erasures;
  return { is: 'undone', record: { ...outcome.record, replays: newest }, secrets: drawer.secrets() };
}

/** Holds what a review would have stored. */
class Drawer {
  #secrets: RunSecrets | undefined;

  readonly put = async (_record: PlanRecord, secrets: RunSecrets): Promise<void> => {
    this.#secrets = secrets;
  };

  secrets(): RunSecrets {
    if (this.#secrets === undefined) throw new ReferenceError('A review that made a plan has handed its secrets over.');
    return this.#secrets;
  }
}
