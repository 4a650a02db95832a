import { describe, expect, it } from '@jest/globals';
import { docOf } from './fake/adf.ts';
import { at, each } from './fake/opened.ts';
import { digestOf } from './fake/redacting.ts';
import { api, withRequest } from './fake/scene.ts';
import type { Scene } from './fake/scene.ts';

const premium = { site: { guardPremium: true } };
const uuid = (digit: number): string => `00000000-0000-4000-8000-00000000000${digit}`;

interface Asked {
  readonly entityId: string;
  readonly text: string;
  readonly from: number;
  readonly entityType?: string;
  readonly adfPointer?: string;
}

/** Redacts and waits; which were successful. */
async function redact({ ask, later, issue }: Scene, asked: readonly Asked[]): Promise<unknown[]> {
  const redactions = asked.map(({ entityId, text, from, entityType = 'issuefieldvalue', adfPointer }, place) => ({
    externalId: uuid(place),
    reason: 'Erasure',
    contentItem: { id: String(issue), entityType, entityId },
    redactionPosition: {
      from,
      to: from + text.length,
      expectedText: digestOf(text),
      ...(adfPointer === undefined ? {} : { adfPointer }),
    },
  }));
  const job = await ask('POST', `${api}/redact`, { body: { redactions } });
  expect(job.status).toBe(202);
  const status = `${api}/redact/status/${String(job.json)}`;
  expect(at((await ask('GET', status)).json, 'jobStatus')).toBe('PENDING');
  await later(0.5);
  expect(at((await ask('GET', status)).json, 'jobStatus')).toBe('IN_PROGRESS');
  await later(0.5);
  const done = await ask('GET', status);
  expect(at(done.json, 'jobStatus')).toBe('COMPLETED');
  return each(done, 'bulkRedactionResponse.results', 'successful');
}

describe('redaction in the fake', () => {
  it('is there for customers of Guard Premium only', async () => {
    await withRequest(async ({ ask }) => {
      expect((await ask('POST', `${api}/redact`, { body: { redactions: [] } })).status).toBe(403);
      expect((await ask('GET', `${api}/redact/status/${uuid(0)}`)).status).toBe(403);
    });
    await withRequest(async ({ ask }) => {
      expect((await ask('GET', `${api}/redact/status/${uuid(0)}`)).status).toBe(404);
    }, premium);
  });

  it('expects the base64 of the hexadecimal digest', () => {
    expect(Buffer.from(digestOf('x'), 'base64').toString()).toMatch(/^[0-9a-f]{64}$/);
  });

  it('covers a text where it stands and in the last ten days of its field’s history, nowhere else', async () => {
    await withRequest(async (scene) => {
      const { seed, issue, later } = scene;
      const by = seed.admin;
      const items = [{ fromString: 'Ada’s printer of Ada', toString: 'x' }];
      seed.history(issue, { by, at: '2026-03-20T08:00:00.000+0000', items });
      const recent = seed.history(issue, { by, at: '2026-03-25T08:00:00.000+0000', items });
      seed.history(issue, {
        by,
        items: [{ fieldId: 'description', field: 'description', fromString: 'Ada', toString: null }],
      });
      await later(1);
      expect(await redact(scene, [{ entityId: 'summary', text: 'Ada', from: 18 }])).toEqual([true]);
      expect(seed.jira.issues.get(issue).values.summary).toBe('Broken printer of ███');
      const before = seed.jira.histories.having('issue', issue).map((one) => one.items[0]?.fromString);
      expect(before).toEqual(['Ada’s printer of Ada', '███’s printer of ███', 'Ada']);
      expect(seed.jira.histories.get(recent).items[0]?.toString).toBe('x');
    }, premium);
  });

  it('finds a text in a document by its pointer, in one piece only', async () => {
    await withRequest(async (scene) => {
      const { seed, issue, comment, worklog } = scene;
      const split = [
        { type: 'text', text: 'Ada ' },
        { type: 'text', text: 'King', marks: [{ type: 'strong' }] },
      ];
      const description = { ...docOf(''), content: [{ type: 'paragraph', content: split }] };
      seed.jira.issues.update(issue, { values: { summary: 'x', description } });
      const adfPointer = '/content/0/content/0/text';
      const done = await redact(scene, [
        { entityId: 'description', text: 'Ada King', from: 0, adfPointer },
        { entityId: 'description', text: 'Ada', from: 0 },
        { entityId: 'description', text: 'Ada', from: 0, adfPointer: '/content/9/text' },
        { entityId: 'description', text: 'Ada', from: 1, adfPointer },
        { entityId: 'description', text: 'Ada', from: 0, adfPointer },
        { entityId: 'description', text: 'King', from: 0, adfPointer: '/content/0/content/1/text' },
        { entityType: 'issue-comment', entityId: String(comment), text: 'ada.king', from: 9, adfPointer },
        { entityType: 'issue-worklog', entityId: String(worklog), text: 'Ada', from: 5, adfPointer },
        { entityType: 'issue-comment', entityId: '9', text: 'Ada', from: 0, adfPointer },
      ]);
      expect(done).toEqual([false, false, false, false, true, true, true, true, false]);
      const dump = [...scene.fake.dump()].join('');
      expect(dump).toContain('=███ ████\n');
      expect(dump).toContain('Write to ████████@lovelace.test');
      expect(dump).toContain('Rang ███');
    }, premium);
  });

  it.each<[string, object]>([
    ['no redaction', { redactions: [] }],
    ['a name for an UUID', { redactions: [{ externalId: 'x' }] }],
    ['a property nobody knows', { redactions: [], notify: false }],
  ])('refuses %s', async (_, body) => {
    await withRequest(async ({ ask }) => {
      expect((await ask('POST', `${api}/redact`, { body })).status).toBe(400);
    }, premium);
  });
});
