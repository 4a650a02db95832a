import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { virtualClock } from '@lethe/core/testing';
import { fieldNames } from '../src/fields/field.ts';
import { effects } from './fake/effects.ts';
import { dumpOf, talliesOf } from './fake/dump.ts';
import { client, key, Seed } from './fake/seed.ts';
import { FakeGreenhouse } from './fake/server.ts';
import { everything } from './journeys.ts';

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

describe('the invented Greenhouse', () => {
  const clock = virtualClock();
  const seed = new Seed(clock);
  const { candidate, application } = everything(seed);
  let fake: FakeGreenhouse;
  let bearer = '';

  beforeAll(async () => {
    fake = await FakeGreenhouse.start(seed.greenhouse);
    bearer = await signIn();
  });
  afterAll(async () => fake.close());

  async function token(form: string, type = 'application/x-www-form-urlencoded'): Promise<Reply> {
    const basic = Buffer.from(`${client.clientId}:${client.clientSecret}`).toString('base64');
    const headers = { Authorization: `Basic ${basic}`, 'Content-Type': type };
    return replied(await fetch(`${fake.address}/token`, { method: 'POST', headers, body: form }));
  }

  async function signIn(): Promise<string> {
    const { json } = await token('grant_type=client_credentials&sub=9');
    return JSON.stringify(json).match(/token-\d+/)?.[0] ?? '';
  }

  async function replied(response: Response): Promise<Reply> {
    const text = await response.text();
    return { status: response.status, headers: response.headers, json: text === '' ? undefined : JSON.parse(text) };
  }

  async function v3(method: string, path: string, body?: unknown): Promise<Reply> {
    await clock.wait(1000);
    const headers = { Authorization: `Bearer ${bearer}` };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return replied(await fetch(fake.address + path, { method, headers, ...sent }));
  }

  async function v1(method: string, path: string, more: Readonly<Record<string, string>> = {}): Promise<Reply> {
    await clock.wait(1000);
    const headers = { Authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}`, ...more };
    return replied(await fetch(fake.address + path, { method, headers }));
  }

  it.each([
    ['a body that is no form', 'grant_type=client_credentials&sub=9', 'application/json'],
    ['no user', 'grant_type=client_credentials', undefined],
    ['another grant', 'grant_type=password&sub=9', undefined],
  ] as const)('gives no token for %s', async (_, form, type) => {
    expect((await token(form, type)).status).toBe(400);
  });

  it('takes a token for an hour, and none it has not given', async () => {
    expect((await v3('GET', '/v3/candidates')).status).toBe(200);
    await clock.wait(3_600_000);
    expect((await v3('GET', '/v3/candidates')).status).toBe(401);
    bearer = await signIn();
    expect((await v3('GET', '/v3/candidates')).status).toBe(200);
  });

  it('takes a cursor alone, and refuses anything beside it', async () => {
    const { headers } = await v3('GET', '/v3/notes?per_page=3');
    const [, next = ''] = /<http[^>]*(\/v3[^>]+)>; rel="next"/.exec(headers.get('link') ?? '') ?? [];
    expect((await v3('GET', next)).status).toBe(200);
    expect((await v3('GET', `${next}&per_page=3`)).status).toBe(422);
    expect((await v3('GET', `${next}&candidate_ids=1`)).status).toBe(422);
  });

  it('compares moments as gte|…, and refuses another writing', async () => {
    const rows = async (query: string): Promise<number> => {
      const { status, json } = await v3('GET', `/v3/applications?updated_at=${encodeURIComponent(query)}`);
      return Array.isArray(json) && status === 200 ? json.length : -status;
    };
    expect(await rows('gte|2026-01-01T00:00:00Z')).toBe(2);
    expect(await rows('gte|2027-01-01T00:00:00Z')).toBe(0);
    expect(await rows('2026-01-01')).toBe(-422);
  });

  it.each([
    ['a filter nobody knows', '/v3/applications?colour=red'],
    ['more than fifty numbers', `/v3/applications?ids=${Array.from({ length: 51 }, (_, at) => at).join(',')}`],
    ['more than five hundred rows', '/v3/applications?per_page=501'],
  ])('refuses %s', async (_, path) => {
    expect((await v3('GET', path)).status).toBe(422);
  });

  it('version 1 takes no fields from a body, none it does not know, and nothing on behalf of nobody', async () => {
    const path = `/v1/candidates/${String(candidate)}/anonymize`;
    expect((await v1('PUT', path, { 'On-Behalf-Of': '9' })).status).toBe(422);
    expect((await v1('PUT', `${path}?fields=shoe_size`, { 'On-Behalf-Of': '9' })).status).toBe(422);
    expect((await v1('PUT', `${path}?fields=headline`)).status).toBe(403);
    expect((await v1('PUT', `${path}?fields=headline`, { 'On-Behalf-Of': '9' })).status).toBe(200);
  });

  it('says what is left of a window of thirty seconds, of ten in version 1, and for how long it is closed', async () => {
    for (const [call, seconds] of [
      [v3, 30],
      [v1, 10],
    ] as const) {
      await clock.wait(60_000);
      const path = call === v3 ? '/v3/candidates' : '/v1/candidates';
      seed.greenhouse.behave({ limit: 2 });
      const [first, second, third] = [await call('GET', path), await call('GET', path), await call('GET', path)];
      seed.greenhouse.behave({ limit: 50 });
      expect([first.status, second.status, third.status]).toEqual([200, 200, 429]);
      expect(first.headers.get('x-ratelimit-remaining')).toBe('1');
      expect(Number(third.headers.get('retry-after'))).toBeLessThanOrEqual(seconds);
      await clock.wait(seconds * 1000);
      expect((await call('GET', path)).status).toBe(200);
    }
  });

  it('knows every one of the forty-four fields, and each changes something and nothing of anybody else', () => {
    expect(Object.keys(effects).toSorted()).toEqual(fieldNames.toSorted());
    for (const field of fieldNames) {
      const other = new Seed(clock);
      const own = everything(other);
      const bystander = everything(other);
      const before = [...dumpOf(other.greenhouse)].join('');
      const theirs = (): string =>
        JSON.stringify(
          Object.entries(talliesOf(other.greenhouse)).filter(([name]) => name.includes(String(bystander.application))),
        );
      const kept = theirs();
      effects[field]?.(other.greenhouse, other.greenhouse.candidates.get(own.candidate));
      expect([field, [...dumpOf(other.greenhouse)].join('') === before]).toEqual([field, false]);
      expect(theirs()).toBe(kept);
    }
  });

  it('tells the webhook what was anonymized, under its own names', async () => {
    const path = `/v3/candidates/${String(candidate)}/anonymize`;
    expect((await v3('PATCH', path, { fields: ['rejection_reason'] })).status).toBe(200);
    expect(seed.greenhouse.webhooks.at(-1)).toContain('"anonymized_fields":["rejection_reasons"]');
    expect(seed.greenhouse.rejections.where((one) => one.application_id === application)).toMatchObject([
      { rejection_reason_id: null },
    ]);
  });
});
