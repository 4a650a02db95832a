import { describe, expect, it } from '@jest/globals';
import type { RunRecord, RunState } from '@lethe/core';
import { personId } from '@lethe/core/testing';
import { shownAgent, shownId, standingOf, wasLeft } from './person-view.ts';
import { sampleRun } from './sample-runs.suite.ts';

const mila = personId('u7');
const endedAt = new Date('2026-11-20T10:00:00Z');
const run = (state: RunState, id: string = state) => sampleRun({ id, state, endedAt });

describe('how a person stands', () => {
  it('is nothing where nothing happened, whatever happened to others', () => {
    const runs = [sampleRun({ state: 'done', person: personId('u77') })];
    expect(standingOf({ runs, day: undefined }, mila)).toEqual({ anonymized: false });
  });

  it.each(['done', 'done-with-gaps'] as const)(
    'after a run that is %s the person is anonymized since it ended',
    (state) => {
      const standing = standingOf({ runs: [run(state)], day: undefined }, mila);
      expect(standing).toMatchObject({ anonymized: true, anonymizedOn: endedAt, ended: { state } });
      expect(standing.open).toBeUndefined();
    },
  );

  it.each(['running', 'stopped'] as const)('a run that is %s is open and makes nobody anonymized', (state) => {
    expect(standingOf({ runs: [run(state)], day: undefined }, mila)).toMatchObject({
      anonymized: false,
      open: { state },
    });
  });

  it.each(['called-off', 'superseded'] as const)('a run that is %s is neither', (state) => {
    expect(standingOf({ runs: [run(state)], day: undefined }, mila)).toEqual({ anonymized: false });
  });

  it('the day the account remembers counts, as another agent may have done it', () => {
    const { anonymized, anonymizedOn } = standingOf({ runs: [], day: '2026-11-18' }, mila);
    expect(anonymized).toBe(true);
    expect(anonymizedOn?.toISOString().slice(0, 10)).toBe('2026-11-18');
  });

  it('of several runs the newest counts', () => {
    const { ended } = standingOf({ runs: [run('done', 'new'), run('done', 'old')], day: undefined }, mila);
    expect(ended?.id).toBe('new');
  });
});

describe('a run whose modal was closed goes on in the panel', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 3, 1, hour));
  const one = (id: string, state: RunState, ended?: Date) =>
    sampleRun({ id, state, ...(ended === undefined ? {} : { endedAt: ended }) });

  it.each<{ what: string; seen: RunRecord | undefined; now: RunRecord | undefined; left: boolean }>([
    { what: 'seen going on, its page gone', seen: one('a', 'running'), now: one('a', 'stopped'), left: true },
    {
      what: 'resumed, seen going on, its page gone',
      seen: one('a', 'running', at(9)),
      now: one('a', 'stopped', at(9)),
      left: true,
    },
    {
      what: 'seen going on, then stopped by the agent',
      seen: one('a', 'running'),
      now: one('a', 'stopped', at(9)),
      left: false,
    },
    {
      what: 'resumed, then stopped once more',
      seen: one('a', 'running', at(9)),
      now: one('a', 'stopped', at(10)),
      left: false,
    },
    { what: 'only watched, going on in another tab', seen: one('a', 'running'), now: one('a', 'running'), left: false },
    { what: 'seen going on, then at its end', seen: one('a', 'running'), now: undefined, left: false },
    { what: 'never seen going on', seen: undefined, now: one('a', 'stopped'), left: false },
    { what: 'another one by now', seen: one('a', 'running'), now: one('b', 'stopped'), left: false },
  ])('$what', ({ seen, now, left }) => {
    expect(wasLeft(seen, now)).toBe(left ? now : undefined);
  });
});

it.each([
  ['u20978000008', '20978000008'],
  ['7', '7'],
  ['ulla', 'ulla'],
])('the user %s is shown as %s', (id, shown) => {
  expect(shownId(id)).toBe(shown);
});

it.each([
  ['agent-20978000003', '20978000003'],
  ['20978000003', '20978000003'],
  ['agent-x', 'agent-x'],
])('the agent %s is shown as %s', (actor, shown) => {
  expect(shownAgent(actor)).toBe(shown);
});
