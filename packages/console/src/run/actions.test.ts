import { describe, expect, it } from '@jest/globals';
import { actionsFor } from './actions.ts';
import type { Run } from './actions.ts';

const refused = { steps: { ends: { refused: 2 } } };

describe('what may be done about a run', () => {
  it.each<[Run['state'], string | undefined, readonly string[]]>([
    ['running', undefined, ['stop']],
    ['queued', undefined, ['stop', 'call-off']],
    ['stopped', 'interrupted', ['resume', 'call-off']],
    ['stopped', undefined, ['resume', 'call-off']],
    ['stopped', 'plan-grew', ['review', 'call-off']],
    ['stopped', 'not-approved', ['review', 'call-off']],
    ['done', undefined, []],
    ['called-off', undefined, []],
    ['superseded', undefined, []],
  ])('%s because of %s', (state, reason, actions) => {
    expect(actionsFor({ state, ...(reason === undefined ? {} : { reason }) }, undefined)).toEqual(actions);
  });

  it('is to accept what the host refused, where that is what it stopped for', () => {
    expect(actionsFor({ state: 'stopped', reason: 'unfinished-steps' }, refused)).toContain('accept');
    expect(actionsFor({ state: 'stopped', reason: 'interrupted' }, refused)).not.toContain('accept');
    expect(actionsFor({ state: 'stopped', reason: 'unfinished-steps' }, { steps: { ends: { stale: 1 } } })).toEqual([
      ...['resume', 'call-off'],
    ]);
  });

  it('PI-16 is never to restore anything', () => {
    const every = (['queued', 'running', 'stopped', 'done', 'done-with-gaps', 'called-off'] as const).flatMap((state) =>
      actionsFor({ state }, undefined),
    );
    expect(new Set(every)).toEqual(new Set(['stop', 'call-off', 'resume']));
  });
});
