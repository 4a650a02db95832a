import { describe, expect, it } from '@jest/globals';
import type { Outcome } from '../outcome.ts';
import { reviewOf, runOf } from '../testing/journey.ts';
import { scriptedHost } from '../testing/scripted-host.ts';
import { ada, plain, spotId, spotOf } from '../testing/spots.ts';
import { Ended, factOf, stopped, unfinished } from './ending.ts';
import type { Run } from './run.ts';
import { Worklist } from './worklist.ts';

const spots = ['a', 'b', 'c', 'd'].map((name) => spotOf('person.phone', plain('0'), { id: spotId(name) }));

async function freshRun(): Promise<Run> {
  const host = scriptedHost(spots);
  return runOf(host, await reviewOf(host, ada.id, { who: ada.identifiers }));
}

/** A worklist whose steps ended so, in order. */
async function listWith(...outcomes: readonly Outcome[]): Promise<Worklist> {
  const run = await freshRun();
  const list = new Worklist(run, []);
  list.settle(
    run.plan.steps.flatMap(({ id }, at) => (outcomes[at] === undefined ? [] : [{ step: id, outcome: outcomes[at] }])),
  );
  return list;
}

describe('what must be finished before name and address go', () => {
  it.each<[Outcome]>([['clean'], ['already-clean'], ['unprovable'], ['waiting']])(
    'is all that is %s',
    async (outcome) => {
      expect(unfinished(await listWith(outcome), false)).toBeUndefined();
    },
  );

  it.each<[string, readonly Outcome[], boolean, object]>([
    [
      'is still there',
      ['still-there', 'still-there', 'clean'],
      true,
      {
        code: 'host-setting',
        says: 'The host said done and a fresh reading shows the old text: 2 of the steps.',
        remedy: 'Resume the run later. If it stays, report it to the host, as it does not do what it says.',
      },
    ],
    [
      'was edited since the review',
      ['stale'],
      true,
      {
        code: 'confirmation-outdated',
        says: 'What 1 of the steps are about was edited after the review, and was left alone.',
        remedy: 'Make a new plan for this person: it covers the rest.',
      },
    ],
    [
      'was refused',
      ['refused', 'refused', 'refused'],
      false,
      {
        code: 'host-right-missing',
        says: 'The host refused 3 of the steps; the report names them.',
        remedy:
          'Give the missing right and resume, or resume and accept what was refused: it is then reported as a gap.',
      },
    ],
  ])('waits for what %s', async (...[, outcomes, acceptRefused, obstacle]) => {
    expect(unfinished(await listWith(...outcomes), acceptRefused)).toEqual({
      state: 'stopped',
      reason: 'unfinished-steps',
      obstacles: [obstacle],
      grown: [],
      residue: [],
      tallies: { compared: 0, changed: [] },
    });
  });

  it('does not wait for what was refused once that is accepted', async () => {
    expect(unfinished(await listWith('refused', 'clean'), true)).toBeUndefined();
  });

  it('names every reason at once', async () => {
    const ending = unfinished(await listWith('refused', 'stale', 'still-there'), false);

    expect(ending?.obstacles.map(({ code }) => code)).toEqual([
      'host-setting',
      'confirmation-outdated',
      'host-right-missing',
    ]);
  });
});

describe('what is kept of a run', () => {
  it('names run, host, plan, rules and actor in the ledger, and nobody else', async () => {
    const run = await freshRun();

    expect(factOf(run, 'run-started')).toEqual({
      what: 'run-started',
      run: 'run-1',
      host: 'memory',
      digest: run.plan.digest,
      rules: run.plan.rules.digest,
      actor: 'reviewer-1',
    });
  });

  it('is thrown inside the run as its ending', async () => {
    const ending = stopped(await listWith(), 'obstacles');
    const ended = new Ended(ending);

    expect(ended).toMatchObject({ name: 'Ended', message: 'The run has ended.', ending });
    expect(ending).toMatchObject({ state: 'stopped', reason: 'obstacles', obstacles: [] });
  });
});
