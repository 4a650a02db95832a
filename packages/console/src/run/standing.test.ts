import { describe, expect, it } from '@jest/globals';
import { isOver, standingFrom } from './standing.ts';

describe('what a stream tells of a run', () => {
  it('is where it is, with everything the server knows of it', () => {
    const sent = {
      ...{ state: 'running', stopAsked: false, gaveUp: false, phase: 'blanking', done: 3, of: 9, share: 0.4 },
      ...{ secondsLeft: 12, waitingUntil: '2026-11-29T01:00:00Z' },
    };
    expect(standingFrom(JSON.stringify(sent))).toEqual(sent);
  });

  it.each(['', '{', 'null', '[]', '"running"', '{"state":"elsewhere"}', '{}'])('%j is nothing', (data) => {
    expect(standingFrom(data)).toBeUndefined();
  });

  it('leaves out what is not of its kind', () => {
    const sent = '{"state":"queued","phase":"dancing","done":"3","share":null,"queuedFor":7,"stopAsked":"yes"}';
    expect(standingFrom(sent)).toEqual({ state: 'queued', stopAsked: false, gaveUp: false });
  });

  it.each([
    ['queued', false],
    ['running', false],
    ['stopped', true],
    ['done-with-gaps', true],
  ] as const)('%s is over: %s', (state, over) => {
    expect(isOver(state)).toBe(over);
  });
});
