import { describe, expect, it } from '@jest/globals';
import type { Receipt, Spot, StepId } from '../host.ts';
import { reviewOf, runOf } from '../testing/journey.ts';
import type { TestRun } from '../testing/journey.ts';
import { scriptedHost } from '../testing/scripted-host.ts';
import { ada, plain, spotId, spotOf } from '../testing/spots.ts';
import type { Step } from '../plan.ts';
import { prove } from './prove.ts';
import type { Proving } from './prove.ts';
import { Worklist } from './worklist.ts';

/** So many steps whose calls were claimed done and whose spots now hold this. */
async function proved(count: number, now: string, stillThere: Proving['stillThere']): Promise<Proved> {
  const spots = Array.from({ length: count }, (_, at) => spotOf('person.phone', plain('0'), { id: spotId(`p-${at}`) }));
  return provedOn(spots, now, stillThere);
}

async function provedOn(spots: readonly Spot[], now: string, stillThere: Proving['stillThere']): Promise<Proved> {
  const host = scriptedHost(spots);
  const run = runOf(host, await reviewOf(host, ada.id, { who: ada.identifiers }));
  for (const { id } of spots) host.contents.set(id, plain(now));
  const list = new Worklist(run, []);
  const receipts = new Map(list.open.map(({ id }): [StepId, Receipt] => [id, { step: id, claim: 'done' }]));
  const proving = prove(run, list, { steps: [...list.open].reverse(), receipts, stillThere });
  for (;;) {
    const next = await proving.next();
    if (next.done === true) return { again: next.value, run, list, calls: host.calls };
  }
}

interface Proved {
  readonly again: readonly Step[];
  readonly run: TestRun;
  readonly list: Worklist;
  readonly calls: readonly string[];
}

describe('proving', () => {
  it('settles in batches of 200, each with its counts in the ledger', async () => {
    const { again, run, list } = await proved(401, '', 'retry');

    expect(again).toEqual([]);
    expect(run.journal.changes.map(({ settle }) => settle?.length)).toEqual([200, 200, 1]);
    expect(run.journal.facts.map(({ what, counts }) => ({ what, counts }))).toEqual([
      { what: 'steps-settled', counts: { clean: 200 } },
      { what: 'steps-settled', counts: { clean: 200 } },
      { what: 'steps-settled', counts: { clean: 1 } },
    ]);
    expect(list.counts).toEqual({ clean: 401 });
  });

  it('writes no batch without a step in it', async () => {
    expect((await proved(200, '', 'retry')).run.journal.changes).toHaveLength(1);
    expect((await proved(0, '', 'retry')).run.journal.changes).toEqual([]);
  });

  it('reads in the order of the plan', async () => {
    expect((await proved(3, '', 'retry')).calls.at(-1)).toBe('reread p-0 p-1 p-2');
  });

  it('gives back what is still there, to be done once more', async () => {
    const { again, run, list } = await proved(2, '0', 'retry');

    expect(again.map(({ spot }) => spot)).toEqual(['p-0', 'p-1']);
    expect(run.journal.changes).toEqual([]);
    expect(list.open).toHaveLength(2);
  });

  it('looks through what was cut for what is left', async () => {
    const left = await provedOn(
      [spotOf('message.body', plain('Ada King'), { id: spotId('p-0') })],
      'Ada King-Lund',
      'retry',
    );

    expect(left.list.residue).toMatchObject([{ spot: 'p-0', mentions: [{ by: 'names', doubt: 'part-of-longer' }] }]);
  });

  it('looks more loosely than a cut does: for whatever could come from what the person goes by', async () => {
    const left = await provedOn(
      [spotOf('message.body', plain('Ada King'), { id: spotId('p-0') })],
      'ask ada about it, Anonymized',
      'retry',
    );

    expect(left.list.residue).toMatchObject([{ spot: 'p-0', mentions: [{ by: 'names', doubt: 'name-alone' }] }]);
  });

  it('settles it as it is the second time', async () => {
    const { again, run } = await proved(1, '0', 'settle');

    expect(again).toEqual([]);
    expect(run.journal.changes).toMatchObject([
      { settle: [{ step: 'p-0', outcome: 'still-there' }], facts: [{ counts: { 'still-there': 1 } }] },
    ]);
  });
});
