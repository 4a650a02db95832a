import type { Actor, Outcome, RunRecord } from '@lethe/core';
import { checkAgain, huntAgain, identifiersTyped, rightObstacles } from '@lethe/review';
import type { Obstacle } from '@lethe/core';
import { HostError } from '@lethe/core';
import type { Desks } from './desk.ts';
import type { Looking } from './inquiring.ts';

/** What a later check showed. Labels are never personal. */
export type CheckEnding =
  | {
      readonly at: 'checked';
      readonly counts: Readonly<Partial<Record<Outcome, number>>>;
      /** Labels of what is not as the run left it. */
      readonly notClean: readonly string[];
      /** Texts only mentions were cut from, which cannot be judged without knowing whom to look for. */
      readonly unchecked: number;
      readonly hunted: boolean;
      /** Labels of what came up since. */
      readonly found: readonly string[];
    }
  | { readonly at: 'blocked'; readonly obstacles: readonly Obstacle[] }
  | { readonly at: 'trouble'; readonly code: string; readonly says: string; readonly remedy: string }
  | { readonly at: 'given-up' };

/** Which run is looked at again, and what the person went by if whoever asks knows: it stays in memory. */
export interface Checking {
  readonly run: RunRecord;
  readonly texts: readonly string[];
}

/** A later check of a run, to be carried out in the background; its counts enter the ledger. */
export async function checkLooking(desks: Desks, actor: Actor, { run, texts }: Checking): Promise<Looking> {
  const desk = await desks.deskFor(run.plan.host, actor);
  const asked = { givenUp: false };
  return {
    giveUp: () => {
      asked.givenUp = true;
    },
    work: async (): Promise<CheckEnding> => {
      const obstacles = await rightObstacles(desk, 'preview');
      if (obstacles.length > 0) return { at: 'blocked', obstacles };
      if (asked.givenUp) return { at: 'given-up' };
      const again = { run, who: identifiersTyped(texts) };
      try {
        const checked = await checkAgain(desk, again);
        const hunt = await huntAgain(desk, again);
        const found = hunt?.steps.map((step) => step.label) ?? [];
        const { host, digest } = run.plan.plan;
        const counts = { ...checked.counts, found: found.length };
        await desk.store.note({ what: 'verified-later', run: run.id, host, digest, actor: actor.id, counts });
        return { at: 'checked', ...checked, hunted: hunt !== undefined, found };
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        return { at: 'trouble', code: error.code, says: error.message, remedy: 'Try again when this is solved.' };
      }
    },
  };
}
