import { describe, expect, it } from '@jest/globals';
import { virtualClock } from '@lethe/core/testing';
import type { VirtualClock } from '@lethe/core/testing';
import { Seed, fullKey, plainKey } from './fake/seed.ts';
import { FakeLever } from './fake/server.ts';
import { ada, candidacy, holds } from './journeys.ts';
import type { Candidacy } from './journeys.ts';

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

interface Opened extends Candidacy {
  readonly seed: Seed;
  readonly fake: FakeLever;
  readonly clock: VirtualClock;
  readonly ask: (
    method: string,
    path: string,
    more?: { readonly body?: unknown; readonly key?: string },
  ) => Promise<Reply>;
}

async function withFake(act: (opened: Opened) => Promise<void>): Promise<void> {
  const clock = virtualClock();
  const seed = new Seed(clock);
  const filled = candidacy(seed);
  const fake = await FakeLever.start(seed.lever);
  const ask: Opened['ask'] = async (method, path, { body, key = fullKey } = {}) => {
    const response = await fetch(`${fake.address}${path}`, {
      method,
      headers: { Authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, json: text === '' ? undefined : JSON.parse(text) };
  };
  try {
    await act({ seed, fake, clock, ask, ...filled });
  } finally {
    await fake.close();
  }
}

describe('the invented Lever', () => {
  it('lets in nobody without a key', async () => {
    await withFake(async ({ ask }) => {
      expect((await ask('GET', '/archive_reasons', { key: 'another' })).status).toBe(401);
      expect((await ask('GET', '/archive_reasons', { key: '' })).status).toBe(401);
      expect((await ask('GET', '/archive_reasons')).status).toBe(200);
    });
  });

  it('takes twenty calls at once and ten more a second of each key, and says how long to wait', async () => {
    await withFake(async ({ ask, clock }) => {
      const statuses = async (calls: number, key: string): Promise<readonly number[]> => {
        const some: number[] = [];
        for (let call = 0; call < calls; call += 1) some.push((await ask('GET', '/archive_reasons', { key })).status);
        return some;
      };
      expect(await statuses(21, fullKey)).toEqual([...Array.from({ length: 20 }, () => 200), 429]);
      expect((await ask('GET', '/archive_reasons')).headers.get('retry-after')).toBe('1');
      expect(await statuses(1, plainKey)).toEqual([200]);
      await clock.wait(500);
      expect(await statuses(6, fullKey)).toEqual([200, 200, 200, 200, 200, 429]);
    });
  });

  it('answers changes of an opportunity with blank names, while a fresh reading has them', async () => {
    await withFake(async ({ ask, first }) => {
      for (const [method, path, body] of [
        ['PUT', 'stage', { stage: 'stage-2' }],
        ['PUT', 'archived', { reason: 'reason-withdrew' }],
        ['POST', 'addTags', { tags: ['Late'] }],
        ['POST', 'removeTags', { tags: ['Late'] }],
        ['POST', 'addSources', { sources: ['Fair'] }],
      ] as const) {
        const { json } = await ask(method, `/opportunities/${first}/${path}`, { body });
        expect(json).toMatchObject({ data: { id: first, name: '', emails: [], phones: [] } });
      }
      const { json } = await ask('GET', `/opportunities/${first}`);
      expect(json).toMatchObject({
        data: { ...ada, stage: 'stage-2', archived: { reason: 'reason-withdrew' }, sources: ['Job site', 'Fair'] },
      });
    });
  });

  it('goes on showing feedback that was deleted, and keeps what was not entered by the API', async () => {
    await withFake(async ({ seed, ask, first }) => {
      const [entered, byApi] = [false, true].map((isByApi) => seed.feedback(first, 'Late.', { byApi: isByApi }));
      const path = `/opportunities/${first}/feedback`;
      expect((await ask('DELETE', `${path}/${entered ?? ''}`)).status).toBe(403);
      expect((await ask('DELETE', `${path}/${byApi ?? ''}`)).status).toBe(204);
      const { status, json } = await ask('GET', `${path}/${byApi ?? ''}`);
      expect(status).toBe(200);
      expect(json).toMatchObject({ data: { deletedAt: expect.any(Number), fields: [{ value: 'Late.' }] } });
    });
  });

  it('leaves confidential opportunities out of lists that do not ask for them, and out of all for a key without access', async () => {
    await withFake(async ({ seed, ask, contact }) => {
      const secret = seed.opportunity(contact, { confidentiality: 'confidential' });
      const count = async (query: string, key?: string): Promise<unknown> => {
        const { json } = await ask(
          'GET',
          `/opportunities?contact_id=${contact}${query}`,
          key === undefined ? {} : { key },
        );
        return typeof json === 'object' && json !== null && 'data' in json && Array.isArray(json.data)
          ? json.data.length
          : json;
      };
      expect(await count('')).toBe(2);
      expect(await count('&confidentiality=all')).toBe(3);
      expect(await count('&confidentiality=confidential')).toBe(1);
      expect(await count('&confidentiality=all', plainKey)).toBe(2);
      expect((await ask('GET', `/opportunities/${secret}`, { key: plainKey })).status).toBe(404);
    });
  });

  it('gives lists in pages, a hundred rows at most', async () => {
    await withFake(async ({ seed, ask, first }) => {
      for (let note = 0; note < 5; note += 1) seed.note(first, `Note ${note}`);
      const { json } = await ask('GET', `/opportunities/${first}/notes?limit=3`);
      expect(json).toMatchObject({ hasNext: true, next: '3' });
      expect((await ask('GET', `/opportunities/${first}/notes?limit=3&offset=3`)).json).toMatchObject({
        hasNext: false,
      });
      expect((await ask('GET', `/opportunities/${first}/notes?limit=101`)).status).toBe(400);
    });
  });

  it('has no call that anonymizes: a user does, and only what is archived and no hire', async () => {
    await withFake(async ({ seed, fake, ask, first }) => {
      expect((await ask('POST', `/opportunities/${first}/anonymize`)).status).toBe(404);
      const click = async (): Promise<number> => (await ask('POST', `/_host/anonymize/${first}`)).status;
      for (const archived of [null, { reason: 'reason-hired', archivedAt: 1 }]) {
        seed.lever.opportunities.update(first, { archived });
        expect(await click()).toBe(409);
      }
      seed.lever.opportunities.update(first, { archived: { reason: 'reason-rejected', archivedAt: 1 } });
      expect(await click()).toBe(204);
      expect(fake.made.map(({ url }) => url)).not.toContain(`/_host/anonymize/${first}`);
    });
  });

  it('blanks the contact with the last of its opportunities, and keeps what Lever’s help says it keeps', async () => {
    await withFake(async ({ seed, fake, ask, contact, first, second }) => {
      seed.note(first, 'Strong.');
      fake.click(first);
      expect((await ask('GET', `/opportunities/${first}`)).json).toMatchObject({
        data: { isAnonymized: true, name: '' },
      });
      expect((await ask('GET', `/contacts/${contact}`)).json).toMatchObject({ data: { isAnonymized: false, ...ada } });
      fake.click(second);
      expect((await ask('GET', `/contacts/${contact}`)).json).toMatchObject({
        data: { isAnonymized: true, emails: [] },
      });
      expect(holds(seed, 'Strong.')).toBe(true);
      expect(holds(seed, 'Quellstone Street')).toBe(true);
      expect(holds(seed, 'ada.pdf')).toBe(false);
      expect(holds(seed, ada.emails[0])).toBe(false);
    });
  });
});
