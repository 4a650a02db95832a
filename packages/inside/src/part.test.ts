import { describe, expect, it } from '@jest/globals';
import { HostError } from '@lethe/core';
import type { HostErrorCode } from '@lethe/core';
import { InsidePart } from './part.ts';
import type { PartCall } from './part.ts';

const limits = { changes: 200, rows: 500, page: 1000 };

/** A part that gives these answers one after the other, and notes what it was asked. */
function partWith(...answers: readonly unknown[]): { readonly part: InsidePart; readonly asked: readonly PartCall[] } {
  const asked: PartCall[] = [];
  const part = new InsidePart({
    path: (call) => `/lethe/${call}`,
    ask: async (call, schema) => {
      const answer = answers[asked.length];
      asked.push(call);
      if (answer instanceof Error) throw answer;
      return schema.parse(answer);
    },
  });
  return { part, asked };
}

function trace(id: string): unknown {
  return { table: 'issues', id, column: null, text: null, why: ['issue'], may: [], made: null, links: {}, facts: {} };
}

describe("Lethe's part", () => {
  it('says whether this account may use it', async () => {
    const status = { lethe: '1.0.0', allowed: true, account: '7', limits };
    expect(await partWith(status).part.status()).toMatchObject({ account: '7', limits });
    expect(await partWith({ ...status, allowed: false }).part.status()).toBeUndefined();
  });

  it('says whether another account may anonymize people, and takes no answer about a third', async () => {
    const { part, asked } = partWith(
      { account: '17', may: true },
      { account: '17', may: false },
      { account: '1', may: true },
    );
    expect(await part.may('17')).toBe(true);
    expect(await part.may('17')).toBe(false);
    expect(await part.may('17')).toBe(false);
    expect(asked[0]).toMatchObject({ method: 'POST', path: '/lethe/may', body: { account: '17' } });
  });

  it.each<HostErrorCode>(['gone', 'not-permitted', 'signed-out'])('is not there for who is told %s', async (code) => {
    expect(await partWith(new HostError(code, 'no')).part.status()).toBeUndefined();
  });

  it.each<HostErrorCode>(['down', 'unreadable', 'locked'])('is not taken for missing where it is %s', async (code) => {
    await expect(partWith(new HostError(code, 'no')).part.status()).rejects.toMatchObject({ code });
  });

  it('is asked for page after page, an empty one too, in its own words for cases', async () => {
    const { part, asked } = partWith(
      { traces: [trace('1')], next: 'a' },
      { traces: [], next: 'b' },
      { traces: [trace('2')], next: null },
    );
    const found: string[] = [];
    for await (const page of part.traces({ person: '7', wholeCases: true, cases: ['3'] }))
      found.push(...page.map(({ id }) => id));
    const quest = { person: '7', whole_issues: true, issues: ['3'] };
    expect(found).toEqual(['1', '2']);
    expect(asked.map(({ body }) => body)).toEqual([quest, { ...quest, cursor: 'a' }, { ...quest, cursor: 'b' }]);
  });

  it('has to answer for each change and each cell', async () => {
    const change = { table: 'tokens', id: '1', remove: true } as const;
    expect(await partWith({ results: [{ result: 'gone' }] }).part.change([change])).toEqual(['gone']);
    await expect(partWith({ results: [] }).part.change([change])).rejects.toThrow();
    await expect(partWith({ readings: [] }).part.reread([{ ...change, column: null }])).rejects.toThrow();
  });
});
