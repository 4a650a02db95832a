import { describe, expect, it } from '@jest/globals';
import type { ReadyStep, SpotId, StepId } from '@lethe/core';
import fc from 'fast-check';
import { groupSteps } from './group.ts';

function stepOn(spot: string): ReadyStep {
  return { id: spot as StepId, spot: spot as SpotId, kind: 'dossier.title', verb: 'set' };
}

function callsFor(...spots: readonly string[]): readonly (readonly [string, number])[] {
  return groupSteps(spots.map(stepOn)).map(({ call, steps }) => [call, steps.length]);
}

describe('steps are grouped', () => {
  it.each([
    [['i1/summary', 'i1/description', 'i2/field.customfield_7', 'i2/environment'], [['change issues', 4]]],
    [['i1/picker.customfield_7.ada', 'i2/picker.customfield_7.ada'], [['change issues', 2]]],
    [['i1/participants.ada', 'i2/participants.ada'], [['take participants off requests', 2]]],
    [['i1/watch.ada', 'i2/watch.ada'], [['take watchers off issues', 2]]],
    [
      ['i1/c1', 'i2/c2', 'i1/w3', 'i1/a4'],
      [
        ['change comments', 2],
        ['change work logs', 1],
        ['delete attachments', 1],
      ],
    ],
    [['uada/name', 'uada/detail.Phone', 'uada/email'], [['change a customer', 3]]],
    [
      ['uada/name', 'ubo/name'],
      [
        ['change a customer', 1],
        ['change a customer', 1],
      ],
    ],
    [['uada/access'], [['close the access of a customer', 1]]],
    [['i1/h1.0', 'i1/h1.1'], [['look what was redacted', 2]]],
    [[], []],
  ])('%j: %j', (spots, calls) => {
    expect(callsFor(...spots)).toEqual(calls);
  });

  it('a thousand issues at most, whatever there is to change on each', () => {
    const spots = Array.from({ length: 1001 }, (_, at) => [`i${String(at)}/summary`, `i${String(at)}/description`]);
    expect(callsFor(...spots.flat())).toEqual([
      ['change issues', 2000],
      ['change issues', 2],
    ]);
  });

  it('fifty at most of what is changed one by one, so that a run can be stopped in between', () => {
    const spots = Array.from({ length: 120 }, (_, at) => `i1/c${String(at)}`);
    expect(callsFor(...spots).map(([, steps]) => steps)).toEqual([50, 50, 20]);
  });

  it('each once, in their order, the same every time', () => {
    const spot = fc.constantFrom('i1/summary', 'i1/c1', 'i2/c2', 'i2/a3', 'i3/w4', 'i3/participants.ada', 'uada/name');
    fc.assert(
      fc.property(fc.uniqueArray(spot), (spots) => {
        const steps = spots.map(stepOn);
        const groups = groupSteps(steps);
        expect(groups.flatMap((group) => group.steps).toSorted(byId)).toEqual(steps.toSorted(byId));
        expect(groupSteps(steps)).toEqual(groups);
        const places = groups.map((group) => group.steps.map((step) => steps.indexOf(step)));
        for (const some of [...places, places.map(([first = 0]) => first)])
          expect(some).toEqual(some.toSorted((one, other) => one - other));
      }),
    );
  });
});

function byId(one: ReadyStep, other: ReadyStep): number {
  return one.id < other.id ? -1 : 1;
}
