import { describe, expect, it } from '@jest/globals';
import { stopReasons } from '../execution/run.ts';
import { ledgerStates } from '../ledger-entry.ts';
import { positionFrom } from '../ledger.ts';
import { reportMarkdown } from './markdown.ts';
import type { Report } from './schema.ts';
import { shown } from './table.ts';
import { endWords, kindWords, reasonWords, stateWords } from './words.ts';

/** A run that did all it had to. */
const clean: Report = {
  version: 1,
  run: 'run-17',
  host: { name: 'desk-north', kind: 'memory' },
  person: 'person-7',
  state: 'done',
  obstacles: [],
  times: {
    reviewed: '2026-11-22T09:00:00.000Z',
    approved: '2026-11-22T09:05:00.000Z',
    started: '2026-11-22T09:06:00.000Z',
    ended: '2026-11-22T09:08:00.000Z',
  },
  reviewedBy: 'reviewer-1',
  approvedBy: 'approver-2',
  acknowledged: [],
  plan: { version: 1, digest: 'b'.repeat(64) },
  rules: { name: 'strict', digest: 'a'.repeat(64) },
  spots: 14,
  steps: {
    planned: 5,
    ends: { clean: 4, 'already-clean': 1 },
    kinds: [
      { kind: 'message.body', planned: 4, ends: { clean: 3, 'already-clean': 1 } },
      { kind: 'person.name', planned: 1, ends: { clean: 1 } },
    ],
    proven: 5,
    claimed: 0,
  },
  notProven: [],
  gaps: [],
  unreached: [],
  remains: [],
  sideEffects: [],
  asks: [],
  kept: { uninvolved: 8, rule: 1 },
  ambiguous: 0,
  mentions: [],
  residue: [],
  grown: [],
  tallies: { compared: 3, changed: [] },
  ledger: { seq: 41, hash: 'c'.repeat(64) },
};

/** A run that left something of every sort. */
const rest: Report = {
  ...clean,
  state: 'done-with-gaps',
  acknowledged: ['mastered-elsewhere', 'already-anonymized'],
  steps: {
    planned: 4,
    ends: { clean: 1, unprovable: 1, refused: 1, open: 1 },
    kinds: [{ kind: 'message.body', planned: 4, ends: { clean: 1, unprovable: 1, refused: 1, open: 1 } }],
    proven: 1,
    claimed: 1,
  },
  notProven: [
    { spot: 's1', kind: 'message.body', label: 'note 3 on issue 42', verb: 'clear', end: 'unprovable' },
    {
      ...{ spot: 's2', kind: 'attachment', label: 'file 8', verb: 'remove', end: 'refused' },
      ...{ code: 'not-permitted', remedy: 'Give the right to delete files.' },
    },
  ],
  gaps: [
    gap('change 1 on issue 42', 'dossier.history'),
    gap('change 2 on issue 43', 'dossier.history'),
    { ...gap('copies | of mail 9', 'message.copies'), instead: 'Delete the mail by hand.' },
  ],
  unreached: [{ scope: 'mention', because: 'Memory cannot be searched by mention.' }],
  remains: [{ kind: 'dossier.title', where: 'the change log', steps: 2 }],
  sideEffects: [{ kind: 'attachment', what: 'The preview goes as well.', steps: 6 }],
  ambiguous: 2,
  mentions: [
    { by: 'names', how: 'part-of-name', doubt: 'common-word', count: 4 },
    { by: 'names', how: 'initial', evidence: 'greeting', count: 3 },
  ],
  residue: [
    { spot: 's1', label: 'note 3', mentions: [{ by: 'names', how: 'part-of-name', doubt: 'name-alone', count: 2 }] },
    { spot: 's2', label: 'note 4', mentions: [{ by: 'names', how: 'part-of-name', doubt: 'name-alone', count: 1 }] },
  ],
  grown: ['s_8', 's9'],
  tallies: { compared: 3, changed: ['d1', 'd2'] },
};

function gap(label: string, kind: Report['gaps'][number]['kind']): Report['gaps'][number] {
  return { spot: label, kind, label, because: 'The log is kept.', source: 'https://memory.test/change_log' };
}

/** The rows of all tables, as cells. */
function rowsOf(markdown: string): readonly (readonly string[])[] {
  const lines = markdown.split('\n').filter((line) => line.startsWith('|'));
  return lines.map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe('reportMarkdown', () => {
  it('L26 says which erasure it repeats, where a restored backup had undone one', () => {
    const replays = { run: 'run-3', endedAt: '2026-10-01T08:00:00.000Z', digest: 'd'.repeat(64) };

    expect(rowsOf(reportMarkdown({ ...clean, replays }))).toContainEqual([
      'repeats',
      'run run-3 of 2026-10-01T08:00:00.000Z, which a restored backup had undone',
    ]);
    expect(reportMarkdown(clean)).not.toContain('repeats');
  });

  it('says whose data, by whom, when and how it ended', () => {
    const markdown = reportMarkdown(clean);

    expect(markdown).toMatch(
      /^# Report on run run-17\n\nEvery step ended as it should, and nothing that was found is left\.\n/,
    );
    expect(rowsOf(markdown)).toEqual(
      expect.arrayContaining([
        ['person', 'id person-7 in desk-north (memory)'],
        ['reviewed', '2026-11-22T09:00:00.000Z by reviewer-1'],
        ['approved', '2026-11-22T09:05:00.000Z by approver-2'],
        ['started', '2026-11-22T09:06:00.000Z'],
        ['ended', '2026-11-22T09:08:00.000Z'],
        ['acknowledged by the reviewer', 'nothing'],
      ]),
    );
    expect(rowsOf(reportMarkdown(rest))).toContainEqual([
      'acknowledged by the reviewer',
      'mastered-elsewhere, already-anonymized',
    ]);
  });

  it('counts steps by kind, a column for each way in which any ended', () => {
    expect(rowsOf(reportMarkdown(clean))).toEqual(
      expect.arrayContaining([
        ['what', 'steps', 'seen gone', 'was gone before'],
        ['texts of messages', '4', '3', '1'],
        ['name', '1', '1', '0'],
      ]),
    );
    expect(rowsOf(reportMarkdown(rest))).toContainEqual([
      ...['what', 'steps', 'seen gone', 'said done, not shown', 'refused by the host', 'not done'],
    ]);
  });

  it('tells what was proven from what was only claimed', () => {
    expect(reportMarkdown(rest)).toContain(
      [
        '14 spots were looked at, and 4 of them needed a step.',
        'Proven: 1, read again afterwards and seen without the person.',
        'Only claimed: 1, by the host, which does not show the result.',
        'Neither: 2.',
      ].join('\n'),
    );
    expect(reportMarkdown(clean)).toContain('Neither: 0.');
  });

  it('says that nothing is left only where nothing is', () => {
    expect(reportMarkdown(clean)).toContain('## What is left\n\nNothing that was found.\n\nWhat came in after');
    expect(reportMarkdown(rest)).not.toContain('Nothing that was found.');
  });

  it('says from when on nobody looked, as the host goes on while a run is under way', () => {
    for (const report of [clean, rest])
      expect(reportMarkdown(report)).toContain(`What came in after ${report.times.started} was not looked at`);
  });

  it('names every gap, once a reason', () => {
    const markdown = reportMarkdown(rest);

    expect(markdown).toContain(
      [
        '### What the host cannot do',
        '',
        '**change log of cases** (2)',
        '- because: The log is kept.',
        '- source: https://memory.test/change_log',
        '- where: change 1 on issue 42; change 2 on issue 43',
        '',
        '**copy lists (CC, BCC)** (1)',
        '- because: The log is kept.',
        '- instead: Delete the mail by hand.',
        '- source: https://memory.test/change_log',
        '- where: copies \\| of mail 9',
        '',
      ].join('\n'),
    );
    for (const { label } of rest.gaps) expect(markdown.split(shown(label))).toHaveLength(2);
  });

  it('names every step not seen to have worked, with the way out', () => {
    expect(rowsOf(reportMarkdown(rest))).toEqual(
      expect.arrayContaining([
        ['note 3 on issue 42', 'texts of messages', 'empty', 'said done, not shown', ''],
        ['file 8', 'attachments', 'delete', 'refused by the host (not-permitted)', 'Give the right to delete files.'],
      ]),
    );
  });

  it('says where old text stays readable, where nobody could look, what came up and what else happened', () => {
    const markdown = reportMarkdown(rest);

    expect(rowsOf(markdown)).toContainEqual(['titles of cases', 'the change log', '2']);
    expect(markdown).toContain('### Where nobody could look\n\n- Memory cannot be searched by mention.\n');
    expect(markdown).toContain('### Came up after the review\n\nA new plan for the person covers these: s_8, s9.\n');
    expect(rowsOf(markdown)).toContainEqual(['attachments', 'The preview goes as well.', '6']);
  });

  it('leaves out what there is nothing to say about', () => {
    expect(reportMarkdown(clean)).not.toMatch(/###|Reason:|also did this|\n\n\n/);
    expect(reportMarkdown(clean).endsWith('|\n')).toBe(true);
  });

  it('says what was kept, by reason, and what was too uncertain', () => {
    expect(rowsOf(reportMarkdown(clean))).toEqual(
      expect.arrayContaining([
        ['the person has nothing to do with it', '8'],
        ['the rules keep it', '1'],
        ['nothing personal was left in it', '0'],
        ['it may mean somebody else', '0'],
      ]),
    );
    expect(reportMarkdown(rest)).toContain('Mentions too uncertain to cut were in 2 spots.');
  });

  it.each([
    [{ compared: 3, changed: [] }, 'Equal before and after, in all 3 cases that were compared.'],
    [{ compared: 3, changed: ['d1', 'd2'] }, 'Not equal in 2 of 3 cases: d1, d2.'],
    [{ compared: 0, changed: [] }, 'No case was read again with its numbers, so nothing can be said about them.'],
  ])('says of the tallies %j: %s', (tallies, sentence) => {
    expect(reportMarkdown({ ...clean, tallies })).toContain(`## What reports count\n\n${sentence}\n`);
  });

  it('says of a run that goes on only how far it got', () => {
    const { tallies: _, ledger: __, times, ...others } = clean;
    const { ended: ___, ...begun } = times;
    const markdown = reportMarkdown({ ...others, state: 'running', times: begun });

    expect(markdown).toContain('The run goes on, or was killed; this is how far it got.');
    expect(markdown).toContain('They were not compared yet.');
    expect(rowsOf(markdown)).toEqual(
      expect.arrayContaining([
        ['ended', 'not yet'],
        ['ledger head', 'not yet'],
      ]),
    );
  });

  it('says why a run stopped, and everything to do about it', () => {
    const markdown = reportMarkdown({
      ...clean,
      state: 'stopped',
      reason: 'obstacles',
      obstacles: [
        { code: 'oneself', says: 'This is your own account.', remedy: 'Ask a colleague.' },
        { code: 'legal-hold', says: 'A hold keeps it.', remedy: 'Have it lifted.' },
      ],
    });

    expect(markdown).toContain(
      [
        'The run stopped before its end. What is listed as not done still holds personal data.',
        '',
        'Reason: something stood in the way.',
        '- This is your own account. Ask a colleague.',
        '- A hold keeps it. Have it lifted.',
        '',
      ].join('\n'),
    );
  });

  it('gives what is needed to check it later: digests, and a ledger head as it is asked for', () => {
    const rows = new Map(rowsOf(reportMarkdown(clean)).map(([name = '', value = '']) => [name, value]));

    expect(rows.get('plan (SHA-256)')).toBe('b'.repeat(64));
    expect(rows.get('rules')).toBe('strict');
    expect(rows.get('rules (SHA-256)')).toBe('a'.repeat(64));
    expect(positionFrom(rows.get('ledger head') ?? '')).toEqual(clean.ledger);
  });

  it('says what was cut and what stayed, by why it was found', () => {
    const rows = rowsOf(reportMarkdown(rest));

    expect(rows).toContainEqual(['name, with an initial, in a greeting', '3']);
    expect(rows).not.toContainEqual(['name, a part of it alone', '4']);
    expect(rows).toContainEqual(['name, a part of it alone', 'it may be a word', '4']);
    expect(rowsOf(reportMarkdown(clean)).flat()).not.toContain('left as uncertain');
  });

  it('lists what is left to look at in texts that were cut, each sort once with its places', () => {
    expect(reportMarkdown(rest)).toContain(
      '### What to look at in texts that were cut\n\n- name, a part of it alone (nothing says whose): note 3; note 4\n',
    );
    expect(reportMarkdown(clean)).not.toContain('What to look at');
  });

  it('lets no text of a host become markup', () => {
    const hostile = '<script>x</script> | [a](b) `c`\n# d';
    const markdown = reportMarkdown({
      ...rest,
      run: hostile,
      person: hostile,
      gaps: [{ ...gap(hostile, 'attachment'), because: hostile, source: hostile, instead: hostile }],
      unreached: [{ scope: 'mention', because: hostile }],
      grown: [hostile],
      residue: [{ spot: hostile, label: hostile, mentions: [] }],
      tallies: { compared: 1, changed: [hostile] },
    });

    expect(markdown).not.toMatch(/(?<!\\)<script|(?<!\\)\[a|(?<!\\)`c|^# d/m);
  });

  it('claims neither that somebody is now anonymous nor that anything is compliant', () => {
    const every = [
      ...ledgerStates.map((state) => reportMarkdown({ ...rest, state })),
      ...stopReasons.map((reason) => reportMarkdown({ ...rest, state: 'stopped', reason })),
      ...[kindWords, endWords, reasonWords, stateWords].flatMap((words) => Object.values(words)),
    ].join('\n');

    expect(every).not.toMatch(/anonymous|anonymis|complian|guarantee|gdpr|irrevers/i);
  });
});
