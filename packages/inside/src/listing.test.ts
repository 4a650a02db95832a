import { describe, expect, it } from '@jest/globals';
import type { Dossier, DossierId, PersonId, Scope, Spot, SpotId } from '@lethe/core';
import { z } from 'zod';
import { insideSpots } from './listing.ts';
import type { RowReading } from './listing.ts';
import { InsidePart } from './part.ts';
import type { Row } from './rows.ts';

const dossier: Dossier = {
  type: 'dossier',
  id: 'issue:3' as DossierId,
  label: 'issue 3',
  state: 'open',
  openedBy: 'unknown',
  openedVia: 'unknown',
  tallies: {},
};

const askedSchema = z.object({
  person: z.string().optional(),
  issues: z.array(z.string()).optional(),
  tables: z.array(z.string()).optional(),
});
type Asked = z.output<typeof askedSchema>;

function trace(table: string, id: string, more: object = {}): object {
  const links = { issue: '3' };
  return {
    table,
    id,
    column: 'text',
    text: 'x',
    why: ['mention'],
    may: ['text'],
    made: null,
    links,
    facts: {},
    ...more,
  };
}

/** A host with one case, 3, whose note 5 was found by a mention; its note 6 comes only with the whole case. */
function readingOf(asked: Asked[], more: Partial<RowReading> = {}): RowReading {
  const part = new InsidePart({
    path: (call) => call,
    ask: async ({ body }, schema) => {
      const quest = askedSchema.parse(body);
      asked.push(quest);
      const own = { why: ['issue'] };
      const whole = [trace('issues', '3', own), trace('notes', '5', own), trace('notes', '6', own)];
      const found = [trace('notes', '5'), trace('users', '7', { links: { person: '7' }, why: ['self'] })];
      const rows = quest.tables === undefined ? whole : whole.slice(0, 1);
      return schema.parse({ traces: quest.person === undefined ? rows : found, next: null });
    },
  });
  return {
    part,
    table: { name: 'issues', link: 'issue' },
    accountOf: ({ table, id }) => (table === 'users' ? id : undefined),
    meet: async () => new Map(),
    caseIn: (id) => /^issue:(\d+)$/.exec(id)?.[1],
    rowSpots: ({ table, id }): readonly Spot[] => [
      { id: `${table}:${id}` as SpotId, kind: 'message.body', label: id, of: dossier, content: { form: 'hidden' } },
    ],
    ...more,
  };
}

async function listed(reading: RowReading, scopes: readonly Scope[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { id } of insideSpots(reading, scopes)) ids.push(id);
  return ids;
}

const person: Scope = { by: 'person', person: '7' as PersonId };

describe("a listing through Lethe's part", () => {
  it('asks for cases it does not know yet, once', async () => {
    const asked: Asked[] = [];
    expect(await listed(readingOf(asked), [person])).toEqual(['notes:5', 'users:7']);
    expect(asked.slice(1)).toEqual([{ issues: ['3'], tables: ['issues'] }]);
  });

  it('reads a case whole where a mention is not enough, each spot once, the person last', async () => {
    const asked: Asked[] = [];
    const wholeCasesFor = (rows: readonly Row[]): readonly string[] =>
      rows.flatMap(({ own, links }) => (own ? [] : (links.issue ?? [])));
    const ids = await listed(readingOf(asked, { wholeCasesFor }), [person]);
    expect(ids).toEqual(['issues:3', 'notes:5', 'notes:6', 'users:7']);
    expect(asked).toHaveLength(2);
  });

  it('tells rows that wait after the others of their case, and before the person', async () => {
    const waits = ({ id }: Row): boolean => id === '3' || id === '5';
    const whole: Scope = { by: 'dossier', dossier: dossier.id };
    expect(await listed(readingOf([], { waits }), [whole])).toEqual(['notes:6', 'issues:3', 'notes:5']);
    expect(await listed(readingOf([], { waits }), [person])).toEqual(['notes:5', 'users:7']);
  });

  it.each<[string, Scope]>([
    ['everything', { by: 'everything' }],
    ['what is no case', { by: 'dossier', dossier: 'news:3' as DossierId }],
  ])('refuses %s', async (_, scope) => {
    await expect(listed(readingOf([]), [scope])).rejects.toMatchObject({ code: 'rejected' });
  });
});
