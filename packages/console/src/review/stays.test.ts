import { describe, expect, it } from '@jest/globals';
import { staysOf } from './stays.ts';
import type { Plan } from './use-review.ts';

type Left = Pick<Plan['sheet'], 'gaps' | 'remains' | 'unreached'>;

const gap = (label: string, because: string): Left['gaps'][number] => ({
  ...{ spot: label, kind: 'dossier.title', label, because, source: 'https://desk.test' },
});

describe('what stays', () => {
  it('is said once for each reason and place, each with a key of its own', () => {
    const stays = staysOf({
      gaps: [gap('title 1', 'It is archived.'), gap('title 2', 'It is archived.'), gap('title 3', 'It is locked.')],
      remains: [
        { kind: 'message.body', where: 'The old log.', steps: 4 },
        { kind: 'dossier.title', where: 'The old log.', steps: 1 },
      ],
      unreached: [{ scope: 'mention', because: 'There is no search.' }],
    });
    expect(stays.gaps.map(({ labels }) => labels)).toEqual([['title 1', 'title 2'], ['title 3']]);
    expect(stays.remains).toMatchObject([{ text: 'The old log.', steps: 5 }]);
    expect(new Set(stays.keys).size).toBe(4);
  });

  it('is nothing to tick off where nothing stays', () => {
    expect(staysOf({ gaps: [], remains: [], unreached: [] }).keys).toEqual([]);
  });

  it('says thousands of gaps of one reason in one line, so that a page can show them', () => {
    const gaps = Array.from({ length: 5_000 }, (_, at) => gap(`title ${String(at)}`, 'It is archived.'));
    const { gaps: groups, keys } = staysOf({ gaps, remains: [], unreached: [] });
    expect(keys).toHaveLength(1);
    expect(groups[0]?.labels).toHaveLength(5_000);
  });
});
