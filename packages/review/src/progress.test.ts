import { describe, expect, it } from '@jest/globals';
import type { Plan, Progress, SpotKind, StepId } from '@lethe/core';
import { mint } from '@lethe/core/testing';
import fc from 'fast-check';
import { WholeRun } from './progress.ts';

const began = new Date('2026-04-01T08:00:00Z');

function after(seconds: number): Date {
  return new Date(began.getTime() + seconds * 1_000);
}

function planOf(content: number, identity: number): Plan {
  const step = (kind: SpotKind, at: number): Plan['steps'][number] => {
    const id = `${kind}-${String(at)}`;
    return {
      id: id as StepId,
      spot: mint('spot', id),
      kind,
      label: id,
      verb: 'clear',
      role: 'author',
      seen: '',
      provable: true,
    };
  };
  return {
    ...{ version: 1, host: 'memory', person: mint('person', 'p'), rules: { name: 'default', digest: '' }, digest: '' },
    steps: [
      ...Array.from({ length: content }, (_, at) => step('message.body', at)),
      ...Array.from({ length: identity }, (_, at) => step('person.name', at)),
    ],
    ...{
      kept: [],
      gaps: [],
      unreached: [],
      remains: [],
      sideEffects: [],
      asks: [],
      ambiguous: [],
      mentions: [],
      tallies: {},
    },
  };
}

function sharesOf(plan: Plan, progress: readonly Progress[]): readonly number[] {
  const whole = new WholeRun(plan, { began, estimate: undefined });
  return progress.map((one) => whole.at(one, began).share);
}

const phases: readonly Progress['phase'][] = ['reading', 'blanking', 'proving', 'closing'];
const anyProgress: fc.Arbitrary<Progress> = fc
  .record({ phase: fc.constantFrom(...phases), done: fc.nat(30), of: fc.nat(30), known: fc.boolean() })
  .map(({ phase, done, of, known }) => ({ phase, done, ...(known ? { of } : {}) }));

describe('the share of a whole run', () => {
  it('goes from 0 to 1 over all phases', () => {
    const shares = sharesOf(planOf(10, 2), [
      { phase: 'reading', done: 0 },
      { phase: 'reading', done: 12 },
      { phase: 'blanking', done: 5, of: 10 },
      { phase: 'blanking', done: 10, of: 10 },
      { phase: 'proving', done: 10, of: 10 },
      { phase: 'closing', done: 2, of: 2 },
      { phase: 'proving', done: 2, of: 2 },
    ]);

    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBeCloseTo(1);
    expect(new Set(shares).size).toBe(shares.length);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
  });

  it('waits while what had not worked is done once more', () => {
    const [proven, again, provenAgain, closing] = sharesOf(planOf(10, 2), [
      { phase: 'proving', done: 10, of: 10 },
      { phase: 'blanking', done: 1, of: 2 },
      { phase: 'proving', done: 2, of: 2 },
      { phase: 'closing', done: 1, of: 2 },
    ]);

    expect([again, provenAgain]).toEqual([proven, proven]);
    expect(closing).toBeGreaterThan(proven!);
  });

  it('never goes back and never leaves 0 to 1, whatever comes', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.nat(5), fc.array(anyProgress, { maxLength: 20 }), (content, identity, progress) => {
        const shares = sharesOf(planOf(content, identity), progress);
        expect(shares).toEqual([...shares].sort((one, other) => one - other));
        expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
      }),
    );
  });
});

describe('the time left', () => {
  const half: Progress = { phase: 'blanking', done: 10, of: 10 };

  it('is the estimate at first, and nothing where there is none and no pace yet', () => {
    const first: Progress = { phase: 'reading', done: 0 };
    expect(new WholeRun(planOf(10, 0), { began, estimate: 300 }).at(first, began).secondsLeft).toBe(300);
    expect(new WholeRun(planOf(10, 0), { began, estimate: undefined }).at(first, began).secondsLeft).toBeUndefined();
  });

  it('without an estimate is told from the pace', () => {
    const whole = new WholeRun(planOf(10, 0), { began, estimate: undefined });
    const { share, secondsLeft } = whole.at(half, after(60));
    expect(secondsLeft).toBe(Math.ceil((60 / share) * (1 - share)));
  });

  it('grows where a run is slower than said, and shrinks where it is faster', () => {
    const [slow, exact, fast] = [200, 100, 10].map((seconds) => {
      const whole = new WholeRun(planOf(10, 0), { began, estimate: 100 });
      const { share } = whole.at(half, began);
      return whole.at(half, after(seconds * share)).secondsLeft! / (100 * (1 - share));
    });
    expect(slow).toBeGreaterThan(exact!);
    expect(exact).toBeCloseTo(1, 0);
    expect(fast).toBeLessThan(exact!);
  });

  it('is at least as long as the host asks to wait', () => {
    const whole = new WholeRun(planOf(10, 0), { began, estimate: 1 });
    const progress = whole.at({ ...half, waitingUntil: after(90) }, after(30));
    expect(progress.secondsLeft).toBe(60);
    expect(progress.waitingUntil).toEqual(after(90));
  });
});
