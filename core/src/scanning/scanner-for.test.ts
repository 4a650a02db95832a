import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { finderFor } from '../finding/finder-for.ts';
import type { Finding } from '../finding/finder.ts';
import type { TextForm } from '../finding/text-form.ts';
import { Personal } from '../personal.ts';
import { forms, peopleWithOneEverywhere as people, texts } from './random-texts.suite.ts';
import { scannerFor } from './scanner-for.ts';
import type { PersonFinding } from './scanner.ts';

const RUNS = Number(process.env['SCAN_RUNS'] ?? 1500);
const finders = people.map(({ id, identifiers }) => ({ id, finder: finderFor(identifiers) }));
const isMoreThanPart = ({ how }: Finding): boolean => how !== 'part-of-name' && how !== 'unfiled';

/** What each one's finder finds, one after the other. */
function union(text: string, form: TextForm, parts: 'beside-more' | 'always'): readonly PersonFinding<string>[] {
  const found = finders.flatMap(({ id, finder }) => {
    const findings = finder.find(Personal.of(text), form);
    return parts === 'always' || findings.some(isMoreThanPart)
      ? findings.map((finding) => ({ person: id, ...finding }))
      : [];
  });
  return found.sort((one, other) => one.start - other.start);
}

describe.each(['fastest', 'script'] as const)('a scanner that goes the way %s', (way) => {
  const scanner = scannerFor(people, { way });
  const withParts = scannerFor(people, { way, parts: 'always' });

  it('goes it', () => {
    expect(scanner.way).toBe(way === 'script' ? 'script' : 'kernel');
  });

  it('finds what the finders of all find, of those whom a text names by more than a part of the name', () => {
    fc.assert(
      fc.property(texts, forms, (text, form) => {
        expect(scanner.scan(Personal.of(text), form)).toEqual(union(text, form, 'beside-more'));
      }),
      { numRuns: RUNS },
    );
  });

  it('and with parts of names everything they find', () => {
    fc.assert(
      fc.property(texts, forms, (text, form) => {
        expect(withParts.scan(Personal.of(text), form)).toEqual(union(text, form, 'always'));
      }),
      { numRuns: RUNS },
    );
  });
});
