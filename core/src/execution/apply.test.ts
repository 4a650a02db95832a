import { describe, expect, it } from '@jest/globals';
import { HostError } from '../errors.ts';
import type { HostErrorDetails } from '../errors.ts';
import type { Host, StepGroup } from '../host.ts';
import { reviewOf, runOf } from '../testing/journey.ts';
import { but } from '../testing/saboteurs/saboteur.ts';
import { scriptedHost } from '../testing/scripted-host.ts';
import { ada, plain, spotId, spotOf } from '../testing/spots.ts';
import { virtualClock } from '../testing/virtual-clock.ts';
import { applyPhases } from './apply.ts';
import type { Receipts } from './apply.ts';
import { Ended } from './ending.ts';
import type { Progress, Run } from './run.ts';
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

/** A run over single steps on a host that fails some of them as told before it does them. */
async function appliedWith(
  failures: Readonly<Record<string, readonly HostErrorDetails[]>>,
  changes: (clock: ReturnType<typeof virtualClock>, made: readonly string[]) => Partial<Run> = () => ({}),
): Promise<{ made: readonly string[]; waited: readonly number[]; receipts: Receipts | undefined; error: unknown }> {
  const clock = virtualClock();
  const host = scriptedHost(spots);
  const review = await reviewOf(host, ada.id, { who: ada.identifiers });
  const left = new Map(Object.entries(failures).map(([name, list]) => [name, [...list]]));
  const made: string[] = [];
  const limited: Host = but(host, {
    group: (steps) => steps.map((step) => ({ call: 'change', steps: [step] })),
    apply: async (group: StepGroup) => {
      const name = String(group.steps[0]?.spot);
      const details = left.get(name)?.shift();
      if (details !== undefined) throw new HostError('too-fast', 'Wait a little.', details);
      made.push(name);
      return host.apply(group);
    },
  });
  const run = { ...runOf(limited, review, { clock }), ...changes(clock, made) };
  const list = new Worklist(run, []);
  for (const spot of spots) list.see(spot);
  const applying = applyPhases(run, list, { phases: [list.open], phase: 'blanking' });
  try {
    for (;;) {
      const next = await applying.next();
      if (next.done === true) return { made, waited: clock.waited, receipts: next.value, error: undefined };
    }
  } catch (error) {
    return { made, waited: clock.waited, receipts: undefined, error };
  }
}

const in10Minutes = new Date(virtualClock().now().getTime() + 600_000);

describe('a call that has to wait alone', () => {
  it('steps aside while the others go on, and is made when its time has come', async () => {
    const { made, waited, receipts } = await appliedWith({ a: [{ retryAt: in10Minutes, waits: 'call' }] });

    expect(made).toEqual(['b', 'c', 'a']);
    expect(waited).toEqual([600_000]);
    expect(receipts?.size).toBe(3);
  });

  it('holds everybody up where the whole host asks to wait', async () => {
    const { made, waited } = await appliedWith({ a: [{ retryAt: in10Minutes }] });

    expect(made).toEqual(['a', 'b', 'c']);
    expect(waited).toEqual([600_000]);
  });

  it('is waited for again as long as others get further, and six times where nothing does', async () => {
    const later = (minutes: number): HostErrorDetails => ({
      retryAt: new Date(in10Minutes.getTime() + minutes * 60_000),
      waits: 'call',
    });
    const often = [0, 1, 2, 3, 4].map(later);
    const { made } = await appliedWith({ a: often, b: [later(0)] });
    const stuck = await appliedWith({ a: [...often, later(5), later(6)] });

    expect(made).toEqual(['c', 'b', 'a']);
    expect(stuck.made).toEqual(['b', 'c']);
    expect(stuck.error).toMatchObject({ code: 'too-fast' });
  });

  it('that names no time to come is waited for in its turn, not at once for ever', async () => {
    const { made, waited } = await appliedWith({ a: [{ waits: 'call' }, { waits: 'call', retryAt: new Date(0) }] });

    expect(made).toEqual(['a', 'b', 'c']);
    expect(waited).toEqual([1_000, 0]);
  });
});

describe('between two groups of calls', () => {
  it('a right that was withdrawn stops the run before the next call', async () => {
    const gone = { code: 'right-missing', says: 'You may not.', remedy: 'Ask.' } as const;
    const { made, error } = await appliedWith({}, (_, so) => ({
      checkAgain: async () => (so.length > 0 ? [gone] : []),
    }));

    expect(made).toEqual(['a']);
    expect(error).toBeInstanceOf(Ended);
    expect(error).toMatchObject({ ending: { state: 'stopped', reason: 'obstacles', obstacles: [gone] } });
  });

  it.each(['host', 'call'] as const)('an interruption during a wait of the %s ends it there', async (waits) => {
    const failures = { a: [{ retryAt: in10Minutes, waits }] };
    const { made, error } = await appliedWith(failures, (clock) => ({ interrupted: () => clock.waited.length > 0 }));

    expect(made).toEqual(waits === 'call' ? ['b', 'c'] : []);
    expect(error).toMatchObject({ ending: { reason: 'interrupted' } });
  });
});
