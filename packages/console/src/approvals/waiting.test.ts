import { describe, expect, it } from '@jest/globals';
import { decisionsFor, waitingIn } from './waiting.ts';
import type { Approval } from './waiting.ts';

function request(id: string, changes: Partial<Approval> = {}): Approval {
  return {
    ...{ id, plan: id, host: 'desk', person: 'p1', digest: 'd', steps: 3, askedBy: 'op-ada', needsSecond: true },
    ...{ askedAt: '2026-11-28T10:00:00.000Z', acknowledged: [], state: 'open' as const, ...changes },
  };
}

const until = (hour: string) => ({ for: 'time' as const, until: `2026-11-29T${hour}:00:00.000Z` });
const all = () => true;

describe('requests', () => {
  it('are sorted by what they wait for, those for a time by when they begin', () => {
    const open = request('a');
    const late = request('b', { state: 'granted', waits: until('09') });
    const early = request('c', { state: 'granted', waits: { ...until('01'), for: 'night' } });
    const over = request('d', { state: 'declined' });
    const running = request('e', { state: 'granted', run: 'r' });
    const { second, time, past } = waitingIn([open, late, early, over, running]);
    expect([second, time, past].map((some) => some.map(({ id }) => id))).toEqual([['a'], ['c', 'b'], ['d', 'e']]);
  });

  it('are never approved by whoever asked', () => {
    expect(decisionsFor(request('a'), { me: 'op-ada', may: all })).toEqual(['withdraw']);
    expect(decisionsFor(request('a'), { me: 'op-bo', may: all })).toEqual(['approve', 'decline']);
    expect(decisionsFor(request('a'), { me: 'op-bo', may: (right) => right === 'run' })).toEqual([]);
  });

  it('that wait for a time can be cancelled, those that are over cannot', () => {
    expect(decisionsFor(request('a', { state: 'granted', waits: until('09') }), { me: 'op-bo', may: all })).toEqual([
      'cancel',
    ]);
    expect(decisionsFor(request('a', { state: 'declined' }), { me: 'op-ada', may: all })).toEqual([]);
  });
});
