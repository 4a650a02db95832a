import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { CountryCode } from 'libphonenumber-js/min';
import { z } from 'zod';
import { phoneForms } from './phone-forms.ts';
import { phonePlansFile } from '../../../../test/phones/plans.ts';

const examples = z
  .record(z.string(), z.string())
  .parse(createRequire(import.meta.url)('libphonenumber-js/mobile/examples'));

/** Every way to dial a number that the whole library knows of. */
function dialled(number: string): readonly string[] {
  const parsed = parsePhoneNumberFromString(number);
  if (parsed === undefined) return [];
  const { countryCallingCode, nationalNumber } = parsed;
  return [nationalNumber, countryCallingCode + nationalNumber, parsed.formatNational().replace(/\D/g, '')];
}

function missing(number: string): readonly string[] {
  const forms = phoneForms({ text: number, by: 'phones', entry: 0 });
  const known = new Set(forms.map(({ digits }) => String.fromCharCode(...digits)));
  return dialled(number).filter((digits) => !known.has(digits));
}

const calling = (country: CountryCode): string => `+${getCountryCallingCode(country)}`;

describe('the numbering plans without what finding does not ask for', () => {
  it('are those of the installed library', () => {
    const file = new URL('phone-plans.ts', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(phonePlansFile());
  });

  it.each(getCountries().filter((country) => country in examples))(
    'give every way to dial a mobile number of %s that the whole library gives',
    (country) => {
      const number = calling(country) + (examples[country] ?? '');
      expect(dialled(number)).not.toEqual([]);
      expect(missing(number)).toEqual([]);
    },
  );

  it('give every way to dial any row of digits in any country that the whole library gives', () => {
    const digits = fc.string({
      unit: fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'),
      minLength: 3,
      maxLength: 13,
    });
    fc.assert(
      fc.property(fc.constantFrom(...getCountries()), digits, (country, own) => {
        expect(missing(calling(country) + own)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });
});
