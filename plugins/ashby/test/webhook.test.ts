import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { candidacy, withAshby } from './journeys.ts';
import { eventIn, isFromAshby } from '../src/index.ts';

const secret = 'known-to-both';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const raw = bytes('{"action": "ping",\n "data": {"webhookActionType": "ping"}}');
const signature = `sha256=${createHmac('sha256', secret).update(raw).digest('hex')}`;

describe('the signature of a webhook', () => {
  it('is good for the very bytes that came', () => {
    expect(isFromAshby(raw, signature, secret)).toBe(true);
  });

  it.each<readonly [string, Uint8Array, string | undefined, string]>([
    [
      'the same read and written again',
      bytes(JSON.stringify(JSON.parse(new TextDecoder().decode(raw)))),
      signature,
      secret,
    ],
    ['no signature', raw, undefined, secret],
    ['an empty one', raw, '', secret],
    ['one of another sort', raw, signature.replace('sha256', 'sha1'), secret],
    ['a shortened one', raw, signature.slice(0, -2), secret],
    ['one in capitals', raw, signature.toUpperCase(), secret],
    ['one with something behind it', raw, `${signature} `, secret],
    ['one of another secret', raw, `sha256=${createHmac('sha256', 'other').update(raw).digest('hex')}`, secret],
    ['one of no secret', raw, `sha256=${createHmac('sha256', '').update(raw).digest('hex')}`, ''],
  ])('is refused for %s', (...row) => {
    const [, body, given, key] = row;
    expect(isFromAshby(body, given, key)).toBe(false);
  });
});

describe('what a webhook tells', () => {
  it.each([
    ['{"action":"ping","data":{}}', { what: 'ping' }],
    ['{"action":"candidateDelete","data":{"candidate":{"id":"c1"}}}', { what: 'deleted', candidate: 'c1' }],
    [
      '{"action":"candidateMerge","data":{"deletedCandidate":{"id":"c1"},"mergedCandidate":{"id":"c2"}}}',
      { what: 'merged', from: 'c1', into: 'c2' },
    ],
    ['{"action":"candidateMerge","data":{}}', { what: 'other' }],
    ['{"action":"jobCreate","data":{}}', { what: 'other' }],
    ['{}', undefined],
    ['no JSON', undefined],
  ])('%s', (text, event) => {
    expect(eventIn(bytes(text))).toEqual(event);
  });

  it('is what the invented Ashby sends when somebody merges candidates, signed', async () => {
    const twice = (seed: Parameters<typeof candidacy>[0]) => ({ ...candidacy(seed), other: seed.candidate({}) });
    await withAshby(twice, async ({ seed, fake, candidate, other }) => {
      const hook = { id: 'w1', webhookType: 'candidateMerge', requestUrl: 'https://lethe.test', secretToken: secret };
      seed.ashby.webhooks.put(hook);
      fake.merge(candidate, other);
      const [sent] = fake.sent;
      expect(sent).toBeDefined();
      expect(isFromAshby(sent?.raw ?? raw, sent?.signature, secret)).toBe(true);
      expect(eventIn(sent?.raw ?? raw)).toEqual({ what: 'merged', from: candidate, into: other });
    });
  });
});
