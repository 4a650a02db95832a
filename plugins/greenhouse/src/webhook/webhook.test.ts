import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { greenhouseEvent } from './event.ts';
import { SeenEvents } from './seen.ts';
import { isSignedBy } from './signature.ts';

const secret = 'secret-of-nobody';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const signed = (body: Uint8Array, by = secret): string =>
  `sha256 ${createHmac('sha256', by).update(body).digest('hex')}`;
const told = (action: string, payload: unknown): Uint8Array => bytes(JSON.stringify({ action, payload }));

describe('isSignedBy', () => {
  it('is true for the very bytes that came in, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (body) => {
        expect(isSignedBy([secret], body, signed(body))).toBe(true);
      }),
    );
  });

  it('is false once a single byte is another one, or the same JSON is written otherwise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), (body, at) => {
        const changed = Uint8Array.from(body, (byte, place) => (place === at % body.length ? byte ^ 1 : byte));
        expect(isSignedBy([secret], changed, signed(body))).toBe(false);
      }),
    );
    expect(isSignedBy([secret], bytes('{"a":1}'), signed(bytes('{ "a": 1 }')))).toBe(false);
  });

  it.each([
    ['no header', undefined],
    ['an empty one', ''],
    ['digits without the name of the hash', signed(bytes('x')).slice(7)],
    ['too few digits', signed(bytes('x')).slice(0, -2)],
    ['another hash', signed(bytes('x')).replace('sha256', 'sha1')],
    ['the signature of somebody else', signed(bytes('x'), 'another')],
  ])('is false for %s', (_, header) => {
    expect(isSignedBy([secret], bytes('x'), header)).toBe(false);
  });

  it('takes each of several secrets while one is replaced, and none that is empty', () => {
    expect(isSignedBy(['new', secret], bytes('x'), signed(bytes('x')))).toBe(true);
    expect(isSignedBy([''], bytes('x'), signed(bytes('x'), ''))).toBe(false);
    expect(isSignedBy([], bytes('x'), signed(bytes('x')))).toBe(false);
  });
});

describe('SeenEvents', () => {
  it('takes an event once, however often it is delivered', () => {
    const seen = new SeenEvents();
    expect(['a', 'a', 'b', 'a', 'b'].map((id) => seen.isNew(id))).toEqual([true, false, true, false, false]);
  });

  it('takes whatever has no id', () => {
    const seen = new SeenEvents();
    expect([undefined, undefined, ''].map((id) => seen.isNew(id))).toEqual([true, true, true]);
  });

  it('forgets what came in first, and only that', () => {
    const seen = new SeenEvents(2);
    for (const id of ['a', 'b', 'c']) seen.isNew(id);
    expect([seen.isNew('c'), seen.isNew('b'), seen.isNew('a')]).toEqual([false, false, true]);
  });
});

describe('greenhouseEvent', () => {
  it('tells which fields were anonymized, under the names the API takes', () => {
    const anonymized_fields = ['full_name', 'rejection_reasons', 'something_new'];
    expect(greenhouseEvent(told('candidate_anonymized', { candidate_id: 5, anonymized_fields }))).toEqual({
      what: 'anonymized',
      person: 'c5',
      fields: ['full_name', 'rejection_reason'],
    });
  });

  it('tells whom a candidate was merged into, and nobody’s name', () => {
    const event = greenhouseEvent(
      told('merge_candidate', { person: { id: 5, first_name: 'Ada', new_candidate_id: 6 } }),
    );
    expect(event).toEqual({ what: 'merged', person: 'c5', into: 'c6' });
  });

  it.each([
    ['delete_candidate', { person: { id: 5, last_name: 'Quellstone' } }, 'deleted'],
    ['hire_candidate', { application: { candidate: { id: 5, first_name: 'Ada' } } }, 'hired'],
    ['unhire_candidate', { application: { candidate: { id: 5 } } }, 'unhired'],
    ['reject_candidate', { application: { candidate: { id: 5 } } }, 'rejected'],
    ['unreject_candidate', { application: { candidate: { id: 5 } } }, 'unrejected'],
  ])('understands %s', (action, payload, what) => {
    expect(greenhouseEvent(told(action, payload))).toEqual({ what, person: 'c5' });
  });

  it.each([
    ['another event', told('offer_deleted', { id: 1 })],
    ['a ping without a payload', bytes('{"action":"ping"}')],
    ['no JSON', bytes('candidate_anonymized')],
    ['no text', Uint8Array.of(0xff, 0xfe)],
    ['a number that is none', told('merge_candidate', { person: { id: '../5', new_candidate_id: 6 } })],
  ])('says nothing of %s', (_, body) => {
    expect(greenhouseEvent(body)).toBeUndefined();
  });
});
