import type { Plan } from '@lethe/core';
import { checkAgain, huntAgain, identifiersTyped } from '@lethe/review';
import type { Checked } from '@lethe/review';
import { deskOf } from '../flow/desk.ts';
import { requireRight } from '../flow/require-right.ts';
import { tableOf } from '../output/table.ts';
import { Stop } from '../stop.ts';
import type { Work } from './command.ts';
import { runOf } from './report.ts';

/**
 * `lethe verify`: reads every spot of a run again, past all caches. With the person's identifiers it also hunts for them
 * anew; a run forgets them when it ends, so they must be given.
 */
export function verify(id: string | undefined, texts: readonly string[]): Work {
  return async (session) => {
    requireRight(session, 'preview');
    const run = await runOf(session, id);
    if (run.state === 'running') {
      throw new Stop('stopped', 'That run has not ended.', `Wait for it, or go on with it: lethe resume ${run.id}.`);
    }
    const desk = await deskOf(session, await session.host(run.plan.host));
    const again = { run, who: identifiersTyped(texts) };
    const checked = await checkAgain(desk, again);
    const hunt = await huntAgain(desk, again);
    const found = hunt?.steps.map((step) => step.label) ?? [];
    const { host, digest } = run.plan.plan;
    const counts = { ...checked.counts, found: found.length };
    await desk.store.note({ what: 'verified-later', run: run.id, host, digest, counts });
    session.output.result(() => textOf(checked, hunt), { run: run.id, ...checked, hunted: hunt !== undefined, found });
    return checked.notClean.length + found.length === 0 ? 'ok' : 'not-clean';
  };
}

function textOf({ counts, notClean, unchecked }: Checked, hunt: Plan | undefined): string {
  const rows = [...Object.entries(counts), ...(unchecked === 0 ? [] : [['not checked', unchecked] as const])];
  const differing = notClean.length === 0 ? [] : [`Not as the run left it:\n${lines(notClean)}`];
  return [tableOf(['read again', 'spots'], rows), ...differing, huntText(hunt)].join('\n\n');
}

function huntText(hunt: Plan | undefined): string {
  if (hunt === undefined) {
    return 'Texts that only mentioned the person were not checked: a run forgets whom it was about. Give their addresses, numbers and name to check and to hunt again.';
  }
  if (hunt.steps.length === 0) return 'Hunted again: nothing more to blank.';
  return `Hunted again, came up since:\n${lines(hunt.steps.map((step) => step.label))}\nMake a new plan to blank it.`;
}

function lines(labels: readonly string[]): string {
  return labels.map((label) => `  - ${label}`).join('\n');
}
