import { describe, expect, it } from '@jest/globals';
import { reviewOf, runOf } from '../testing/journey.ts';
import { but } from '../testing/saboteurs/saboteur.ts';
import { scriptedHost } from '../testing/scripted-host.ts';
import { ada, plain, spotId, spotOf } from '../testing/spots.ts';
import { applyPhases } from './apply.ts';
import type { Receipts } from './apply.ts';
import type { Progress } from './run.ts';
import { Worklist } from './worklist.ts';

const spots = ['a', 'b', 'c'].map((name) => spotOf('person.phone', plain('0'), { id: spotId(name) }));

/** Applies the steps of all spots but `b`, which nobody has seen, in two phases: `c`, then `a` and `b`. */
async function applied(): Promise<{
  shown: readonly Progress[];
  receipts: Receipts;
  intended: unknown;
  calls: unknown;
}> {
  const host = scriptedHost(spots);
  const review = await reviewOf(host, ada.id, { who: ada.identifiers });
  const single = but(host, { group: (steps) => steps.map((step) => ({ call: 'change', steps: [step] })) });
  const run = runOf(single, review);
  const list = new Worklist(run, []);
  for (const spot of spots.filter(({ id }) => id !== 'b')) list.see(spot);
  const phases = [list.open.filter(({ spot }) => spot === 'c'), list.open.filter(({ spot }) => spot !== 'c')];
  const applying = applyPhases(run, list, { phases, phase: 'closing' });
  const shown: Progress[] = [];
  for (;;) {
    const next = await applying.next();
    const intended = run.journal.changes.map(({ intend }) => intend);
    if (next.done === true) return { shown, receipts: next.value, intended, calls: host.calls.slice(1) };
    shown.push(next.value);
  }
}

describe('applying', () => {
  it('makes the calls phase after phase, each known to the journal, and leaves out what was not seen', async () => {
    const { calls, intended } = await applied();

    expect(calls).toEqual(['change c', 'change a']);
    expect(intended).toEqual([['c'], ['a']]);
  });

  it('keeps the receipt of each step and shows how many there are', async () => {
    const { receipts, shown } = await applied();

    expect([...receipts.values()]).toEqual([
      expect.objectContaining({ step: 'c', claim: 'done' }),
      expect.objectContaining({ step: 'a', claim: 'done' }),
    ]);
    expect(shown).toEqual([
      { phase: 'closing', done: 1, of: 3 },
      { phase: 'closing', done: 2, of: 3 },
    ]);
  });
});
