import { finderFor, planFor, scopesFor, verdictOn } from '@lethe/core';
import type { Identifiers, Outcome, Plan, RunRecord, SpotId, StepId } from '@lethe/core';
import { randomBytes } from 'node:crypto';
import { identifiersTyped } from '../flow/identify.ts';
import { requireRight } from '../flow/obstacles.ts';
import { tableOf } from '../output/table.ts';
import type { NamedHost, Session } from '../session.ts';
import { Stop } from '../stop.ts';
import type { Work } from './command.ts';
import { runOf } from './report.ts';

interface Checked {
  readonly counts: Readonly<Partial<Record<Outcome, number>>>;
  readonly notClean: readonly string[];
}

/**
 * `lethe verify`: reads every spot of a run again, past all caches. With the person's identifiers it also hunts for them
 * anew; a run forgets them when it ends, so they must be given.
 */
export function verify(id: string | undefined, texts: readonly string[]): Work {
  return async (session) => {
    requireRight(session, 'preview');
    const run = await runOf(session, id);
    if (run.state === 'running')
      throw new Stop('stopped', 'That run has not ended.', `Wait for it, or go on with it: lethe resume ${run.id}.`);
    const named = await session.host(run.plan.host);
    const who = identifiersTyped(texts);
    const checked = await checkAgain(session, named, run, who);
    const found = texts.length === 0 ? undefined : await huntAgain(session, named, run, who);
    const grown = found?.steps.map((step) => step.label) ?? [];
    await (
      await session.store()
    ).note({
      what: 'verified-later',
      run: run.id,
      host: named.host.profile.id,
      digest: run.plan.plan.digest,
      counts: { ...checked.counts, found: grown.length },
    });
    session.output.result(() => textOf(checked, found), {
      run: run.id,
      ...checked,
      hunted: found !== undefined,
      found: grown,
    });
    return checked.notClean.length + grown.length === 0 ? 'ok' : 'not-clean';
  };
}

async function checkAgain(session: Session, { host }: NamedHost, run: RunRecord, who: Identifiers): Promise<Checked> {
  const done = await settledSteps(session, run);
  const steps = new Map(run.plan.plan.steps.filter((step) => done.has(step.id)).map((step) => [step.spot, step]));
  const judging = { finder: finderFor(who), rules: session.rules };
  const counts: Partial<Record<Outcome, number>> = {};
  const notClean: string[] = [];
  const spots: readonly SpotId[] = [...steps.keys()];
  for await (const reading of host.reread(spots)) {
    const step = steps.get(reading.spot);
    if (step === undefined) continue;
    steps.delete(reading.spot);
    const outcome = verdictOn(step, { reading, receipt: { step: step.id, claim: 'done' } }, judging);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    if (outcome !== 'clean') notClean.push(step.label);
  }
  return { counts, notClean: [...notClean, ...[...steps.values()].map((step) => step.label)] };
}

async function settledSteps(session: Session, run: RunRecord): Promise<ReadonlySet<StepId>> {
  const done = new Set<StepId>();
  for await (const { step, outcome } of (await session.store()).outcomes(run.id)) {
    if (outcome === 'clean' || outcome === 'already-clean') done.add(step);
  }
  return done;
}

/** What a plan made now, from scratch, would still have to do. */
async function huntAgain(session: Session, { host }: NamedHost, run: RunRecord, who: Identifiers): Promise<Plan> {
  const person = run.plan.person;
  const input = { profile: host.profile, person, finder: finderFor(who), rules: session.rules, key: randomBytes(32) };
  return planFor(input, host.spots(scopesFor(host.profile, person, who)));
}

function textOf({ counts, notClean }: Checked, found: Plan | undefined): string {
  const rows = Object.entries(counts);
  return [
    tableOf(['read again', 'spots'], rows),
    ...(notClean.length === 0
      ? []
      : [`Not as the run left it:\n${notClean.map((label) => `  - ${label}`).join('\n')}`]),
    found === undefined
      ? 'Not hunted for mentions: a run forgets the person. Give their addresses, numbers and name to hunt again.'
      : foundText(found),
  ].join('\n\n');
}

function foundText({ steps }: Plan): string {
  if (steps.length === 0) return 'Hunted again: nothing more to blank.';
  return `Hunted again, came up since:\n${steps.map((step) => `  - ${step.label}`).join('\n')}\nMake a new plan to blank it.`;
}
