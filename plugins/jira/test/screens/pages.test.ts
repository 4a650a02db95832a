import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { createElement } from 'react';
import { happen } from './tree.ts';
import { person, report, reviewed, running, shown } from './samples.ts';
import type { Answers, Scene, Stage } from './stage.ts';
import { answering, drawing, expectShown, no, staged, yes } from './stage.ts';

afterEach(() => jest.clearAllTimers());

const lines = {
  runs: () =>
    yes({
      runs: [
        { run: 'run-1', state: 'running', underWay: true, startedAt: '2026-11-28T09:00:00Z', steps: 120 },
        { run: 'run-2', state: 'stopped', underWay: true, startedAt: '2026-11-28T09:00:00Z', steps: 7 },
        {
          run: 'run-3',
          state: 'done-with-gaps',
          underWay: false,
          startedAt: '2026-11-01T09:00:00Z',
          endedAt: '2026-11-01T10:00:00Z',
          steps: 9,
        },
      ],
      reviews: [{ review: 'review-1', origin: 'automation', at: 'reviewed', since: '2026-11-28T08:00:00Z' }],
    } as const),
} satisfies Answers;

async function overview(first: 'find' | 'waiting' | 'reports' | 'returns', answers: Answers): Promise<Stage> {
  return staged(
    async () => {
      const { Overview } = await import('../../src/screens/panels/overview.tsx');
      return createElement(Overview, { first });
    },
    { resolver: answering(answers) },
  );
}

describe('the page', () => {
  it('finds somebody and leads to the review and back', async () => {
    const stage = await overview('find', {
      find: () => yes({ people: [person(), person({ ref: 'two', name: 'Ada King II' })], refused: ['It is empty.'] }),
      startReview: () => yes(reviewed()),
    });
    await expectShown(stage, 'Find');
    await stage.enter('who', 'ada@lovelace.test');
    await stage.press('Find');
    const text = await stage.shows('2 people found');
    expect(text).toContain('This says too little about who is meant: It is empty.');
    expect(stage.payload('find')).toEqual({ text: 'ada@lovelace.test' });
    await stage.press('Anonymize user');
    await expectShown(stage, 'Review: Ada King');
    await stage.press('Back');
    await expectShown(stage, 'Email address, name or account id');
  });

  it('asks for nothing where nothing was typed', async () => {
    const stage = await overview('find', {});
    await expectShown(stage, 'Email address, name or account id');
    await stage.press('Find');
    expect(stage.asked).toEqual([]);
  });

  it('shows what waits: reviews of rules and people, runs that go on or wait for their turn', async () => {
    const stage = await overview('waiting', { ...lines, review: () => yes(reviewed()) });
    const text = await stage.shows('Jira Automation');
    expect(text).toContain('to be confirmed');
    expect(text).toContain('under way');
    expect(text).toContain('waits for its turn');
    expect(text).not.toContain('done, with gaps');
    await stage.press('Show');
    await expectShown(stage, 'Review: Ada King');
    expect(stage.payload('review')).toEqual({ review: 'review-1' });
  });

  it('shows reports on runs that have ended', async () => {
    const finished = { at: 'finished', run: 'run-3', report: report() } as const;
    const stage = await overview('reports', { ...lines, run: () => yes(finished), report: () => yes(shown()) });
    const text = await stage.shows('done, with gaps');
    expect(text).not.toContain('under way');
    await stage.press('Show');
    await expectShown(stage, 'Every step ended as it should');
    expect(stage.payload('report')).toEqual({ run: 'run-3' });
  });

  it('changes its part with the tab, and asks only for what is shown', async () => {
    const stage = await overview('find', { ...lines, returns: () => yes({ returns: [] }) });
    await expectShown(stage, 'Email address, name or account id');
    const [tabs] = stage.all('Tabs');
    await happen(tabs!, 'onChange', 3);
    await expectShown(stage, 'Nobody has written again.');
    expect(stage.names()).toEqual(['returns']);
  });

  it('lists who wrote again, leads to them, and takes them off the list', async () => {
    const line = { id: 'back-1', issue: '10042', href: '/browse/HELP-42', seenAt: '2026-11-28T09:00:00Z' };
    const left = [[line], []];
    const stage = await overview('returns', {
      returns: () => yes({ returns: left[0] ?? [] }),
      who: () => yes({ people: [person()], unread: [] }),
      settleReturn: () => {
        left.shift();
        return yes({ returns: [] });
      },
    });
    await expectShown(stage, 'Somebody who was anonymized has written');
    expect(stage.all('Link')[0]?.props['href']).toBe('/browse/HELP-42');
    await stage.press('Who is on it');
    await expectShown(stage, 'Ada King');
    expect(stage.payload('who')).toEqual({ issues: ['10042'] });
    await stage.press('Wrote again');
    await expectShown(stage, 'Take it off the list');
    await stage.press('Take it off the list');
    await expectShown(stage, 'Nobody has written again.');
    expect(stage.payload('settleReturn')).toEqual({ id: 'back-1' });
  });

  it('is closed to whoever lacks the permission', async () => {
    const stage = await overview('waiting', { runs: () => no('not-allowed') });
    await expectShown(stage, 'Not available to you');
  });
});

describe('a selection of issues', () => {
  async function selection(scene: Omit<Scene, 'resolver'>, answers: Answers): Promise<Stage> {
    return staged(
      async () => {
        const { SelectionPanel } = await import('../../src/screens/panels/selection-panel.tsx');
        return createElement(SelectionPanel);
      },
      { resolver: answering(answers), ...scene },
    );
  }
  const who = { who: () => yes({ people: [person(), person({ ref: 'two', name: 'Grace Brewster' })], unread: [] }) };

  it('shows the people on them, each to be reviewed on their own', async () => {
    const stage = await selection({ extension: { selectedIssues: [{ key: 'HELP-1' }, { key: 'HELP-2' }] } }, who);
    const text = await stage.shows('Grace Brewster');
    expect(text).toContain('2 issues selected');
    expect(stage.payload('who')).toEqual({ issues: ['HELP-1', 'HELP-2'] });
  });

  it('of more than fifty is asked for in parts', async () => {
    const issueKeys = Array.from({ length: 120 }, (_, at) => `HELP-${String(at + 1)}`);
    const stage = await selection({ extension: { issueKeys } }, who);
    await expectShown(stage, '120 issues selected');
    await expectShown(stage, 'Grace Brewster');
    const parts = [issueKeys.slice(0, 50), issueKeys.slice(50, 100), issueKeys.slice(100)];
    expect(stage.asked.map(({ payload }) => payload['issues'])).toEqual(parts);
  });

  it('that Jira does not tell is typed', async () => {
    const stage = await selection({}, who);
    await expectShown(stage, 'Jira did not say which issues are selected.');
    await stage.enter('keys', 'help-1, HELP-2 help-1 nonsense!');
    await stage.press('Show who is on them');
    await expectShown(stage, 'Grace Brewster');
    expect(stage.payload('who')).toEqual({ issues: ['HELP-1', 'HELP-2'] });
  });
});

describe('every page there is', () => {
  it.each([
    ['action', async () => import('../../src/screens/action.tsx'), '60 of 120'],
    ['navigator', async () => import('../../src/screens/navigator.tsx'), 'Keys of issues'],
    ['global', async () => import('../../src/screens/global.tsx'), 'Email address, name or account id'],
    ['queue', async () => import('../../src/screens/queue.tsx'), 'Reviews to be confirmed'],
    ['organization', async () => import('../../src/screens/organization.tsx'), 'Email address, name or account id'],
    ['admin', async () => import('../../src/screens/admin.tsx'), 'Only Jira administrators'],
  ])('%s draws itself when it is loaded', async (_, draws, text) => {
    const resolver = answering({
      who: () => yes({ people: [person({ openRun: 'run-1' })], unread: [] }),
      run: () => yes(running(0.5)),
      settings: () => no('not-allowed'),
      ...lines,
    });
    const stage = await drawing(draws, { resolver });
    await expectShown(stage, text);
  });

  it('speaks the language of whoever looks at it', async () => {
    const stage = await staged(
      async () => {
        const { Overview } = await import('../../src/screens/panels/overview.tsx');
        return createElement(Overview, { first: 'waiting' });
      },
      { resolver: answering(lines), locale: 'de-DE' },
    );
    const text = await stage.shows('Durchsichten, die zu bestätigen sind');
    expect(text).toContain('zu bestätigen');
  });

  it('takes of UI Kit only components whose properties are checked', () => {
    const typesFolder = fileURLToPath(new URL('../../types/forge-react-types/', import.meta.url));
    const types = readdirSync(typesFolder)
      .map((name) => readFileSync(join(typesFolder, name), 'utf8'))
      .join('');
    const typed = [...types.matchAll(/export type T(\w+)<T>/gu)].map(([, name]) => name);
    const folder = fileURLToPath(new URL('../../src/screens/', import.meta.url));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));
    const used = files.flatMap((name) => {
      const imports = /import \{([^}]+)\} from '@forge\/react'/u.exec(readFileSync(join(folder, name), 'utf8'));
      return imports?.[1]?.split(',').map((one) => one.trim()) ?? [];
    });
    const known = new Set<string | undefined>([...typed, 'DynamicTable', '']);
    const unknown = used.filter((name) => !known.has(name));
    expect(used.length).toBeGreaterThan(50);
    expect(unknown).toEqual([]);
  });
});
