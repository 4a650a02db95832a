import { describe, expect, it } from '@jest/globals';
import { ledgerEntrySchema } from '@lethe/core';
import fc from 'fast-check';
import { z } from 'zod';

/** One text a line of the ledger may hold: where, and what it may be. */
interface Place {
  readonly at: string;
  readonly may: z.core.JSONSchema.BaseSchema;
}

type Schema = z.core.JSONSchema.BaseSchema;

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}

/** Every text below a schema; throws for whatever may hold anything at all. */
function textsIn(schema: Schema, at: string): readonly Place[] {
  const some = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].filter(isSchema);
  if (some.length > 0) return some.flatMap((one) => textsIn(one, at));
  if (schema.type === 'integer' || schema.type === 'number' || schema.type === 'boolean') return [];
  if (schema.type === 'string') return [{ at, may: schema }];
  if (schema.type !== 'object') throw new RangeError(`Anything at all may be at ${at}.`);
  const { properties = {}, additionalProperties, propertyNames } = schema;
  const own = Object.entries(properties).filter((pair): pair is [string, Schema] => isSchema(pair[1]));
  const named = isSchema(propertyNames) ? textsIn({ type: 'string', ...propertyNames }, `${at}, as a name`) : [];
  if (additionalProperties !== false && named.length === 0) throw new RangeError(`Any name may be at ${at}.`);
  const values = isSchema(additionalProperties) ? textsIn(additionalProperties, `${at}.*`) : [];
  return [...own.flatMap(([name, one]) => textsIn(one, `${at}.${name}`)), ...named, ...values];
}

const entry = {
  seq: 1,
  at: '2026-11-22T12:00:00.000Z',
  fact: { what: 'run-started' },
  prev: '0'.repeat(64),
  hash: '1'.repeat(64),
};

/** The entry with that text at that place. */
function withText(place: string, text: string): unknown {
  const [, ...path] = place.replace(', as a name', '').split('.');
  const [first = '', second, third] = path;
  if (place.endsWith('as a name')) return { ...entry, fact: { ...entry.fact, counts: { [text]: 1 } } };
  if (second === undefined) return { ...entry, [first]: text };
  if (third === undefined) return { ...entry, fact: { ...entry.fact, [second]: text } };
  return { ...entry, fact: { ...entry.fact, [second]: { seq: 1, hash: '2'.repeat(64), [third]: text } } };
}

describe('S16 what a line of the ledger may hold', () => {
  const places = textsIn(z.toJSONSchema(ledgerEntrySchema), 'entry');

  it('S16 is words of a list, ids, digests, moments and numbers; there is no place for anything else', () => {
    expect(ledgerEntrySchema.safeParse(entry).success).toBe(true);
    expect(places.length).toBeGreaterThan(10);
    const free = places.filter(
      ({ may: { enum: words, const: word, pattern, format } }) =>
        words === undefined && word === undefined && format !== 'date-time' && !isNarrow(pattern),
    );
    expect(free).toEqual([]);
  });

  /** From its beginning to its end, letters, digits and a few marks, so many at most. */
  function isNarrow(pattern: string | undefined): boolean {
    return pattern !== undefined && /^\^\[[A-Za-z0-9:_-]+\]\{(?:1,)?\d{2}\}\$$/.test(pattern);
  }

  it.each([...new Set(places.map(({ at }) => at))])('S16 takes no name, address, number or sentence at %s', (at) => {
    const words = ['Ada King', 'ada.king@lovelace.test', '+44 20 7946 0958', '<b>', 'a\nb', "ada'; drop", 'Åsa', ''];
    const marked = fc
      .tuple(fc.string(), fc.constantFrom('@', ' ', '.', '+', '\n', '\u0000', 'é', '/', '<', '"'), fc.string())
      .map((parts) => parts.join(''));
    const long = fc.string({ minLength: 65, maxLength: 200 });
    for (const text of words)
      expect([text, ledgerEntrySchema.safeParse(withText(at, text)).success]).toEqual([text, false]);
    fc.assert(
      fc.property(fc.oneof(marked, long), (text) => {
        // Kinds of spots have a point in them, and moments colons.
        if (places.some((place) => place.at === at && place.may.enum?.includes(text) === true)) return;
        expect(ledgerEntrySchema.safeParse(withText(at, text)).success).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('S16 takes no field of another name, at whatever depth', () => {
    for (const more of [
      { ...entry, note: 1 },
      { ...entry, fact: { ...entry.fact, note: 1 } },
    ])
      expect(ledgerEntrySchema.safeParse(more).success).toBe(false);
    const chain = { seq: 1, hash: '2'.repeat(64), note: 1 };
    expect(ledgerEntrySchema.safeParse({ ...entry, fact: { ...entry.fact, chain } }).success).toBe(false);
  });
});
