import { describe, expect, it } from '@jest/globals';
import type { SpotKind } from '@lethe/core';
import type { SheetDetail } from '../sheet.ts';
import fc from 'fast-check';
import { detailGroups, gapGroups, mentionsOf, sameTexts } from './sheet-groups.ts';
import type { Gap } from './sheet-groups.ts';

const kinds = ['message.body', 'dossier.title', 'attachment'] as const satisfies readonly SpotKind[];
const gap: fc.Arbitrary<Gap> = fc.record({
  kind: fc.constantFrom(...kinds),
  label: fc.string(),
  because: fc.constantFrom('It is closed.', 'It is kept.'),
  source: fc.constant('https://desk.test/page'),
});

describe('gaps', () => {
  it('are said once for each reason, and every place is named once', () => {
    fc.assert(
      fc.property(fc.array(gap), (gaps) => {
        const groups = gapGroups(gaps);
        expect(groups.flatMap(({ labels }) => labels).sort()).toEqual(gaps.map(({ label }) => label).sort());
        const reasons = groups.map(({ kind, because }) => `${kind} ${because}`);
        expect(new Set(reasons).size).toBe(reasons.length);
      }),
    );
  });

  it('with and without something to do instead are told apart', () => {
    const one: Gap = { kind: 'attachment', label: 'a', because: 'b', source: 's' };
    expect(gapGroups([one, { ...one, instead: 'Delete it.' }])).toHaveLength(2);
  });
});

describe('details', () => {
  const detail: fc.Arbitrary<SheetDetail> = fc.oneof(
    fc.record({ label: fc.string(), what: fc.constant('blanked' as const), verb: fc.constantFrom('cut', 'clear') }),
    fc.record({ label: fc.string(), what: fc.constant('kept' as const), why: fc.constantFrom('rule', 'uninvolved') }),
    fc.record({ label: fc.string(), what: fc.constant('cannot' as const), because: fc.constantFrom('x', 'y') }),
  );

  it('are counted completely: blanked first, kept last and without labels', () => {
    fc.assert(
      fc.property(fc.array(detail), (details) => {
        const groups = detailGroups({ details });
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(details.length);
        const order = groups.map(({ what }) => ['blanked', 'cannot', 'kept'].indexOf(what));
        expect(order).toEqual([...order].sort());
        for (const { what, count, labels } of groups) expect(labels).toHaveLength(what === 'kept' ? 0 : count);
      }),
    );
  });
});

it('a sentence about several kinds is said once, with all of them and the steps of all', () => {
  const lines = [
    { kind: 'dossier.title', text: 'The log keeps it.', steps: 3 },
    { kind: 'message.body', text: 'Length shows.', steps: 9 },
    { kind: 'dossier.field', text: 'The log keeps it.', steps: 2 },
  ] as const;
  expect(sameTexts(lines)).toEqual([
    { text: 'The log keeps it.', kinds: ['dossier.title', 'dossier.field'], steps: 5 },
    { text: 'Length shows.', kinds: ['message.body'], steps: 9 },
  ]);
});

it('mentions are cut, or left where there is a doubt', () => {
  const cut = { by: 'names', how: 'as-filed', count: 2 } as const;
  const left = { by: 'names', how: 'part-of-name', doubt: 'name-alone', count: 1 } as const;
  expect(mentionsOf({ mentions: [cut, left] })).toEqual({ cut: [cut], left: [left] });
});
