import { describe, expect, it } from '@jest/globals';
import { RuleError } from '@lethe/core';
import { meaningOf, parseOptions } from './options.ts';

describe('options', () => {
  it('know the usual names of fields, whatever the case', () => {
    const options = parseOptions({});
    const names = ['second PHONE', 'company', 'employee number', 'Home address', 'Hobby'];
    const meanings = ['phone', 'company', 'external-id', 'postal-address', 'other'];
    expect(names.map((name) => meaningOf(name, options))).toEqual(meanings);
  });

  it('are replaced name by name', () => {
    const options = parseOptions({ companyFields: ['Firma'] });
    expect(['Firma', 'Company', 'Phone'].map((name) => meaningOf(name, options))).toEqual([
      'company',
      'other',
      'phone',
    ]);
  });

  it.each([
    [{ companyField: 'Firma' }, 'request-tracker.'],
    [{ phoneFields: 'Phone' }, 'request-tracker.phoneFields'],
    [{ administrators: [''] }, 'request-tracker.administrators.0'],
    ['text', 'request-tracker.'],
  ])('say which setting is wrong: %j', (input, path) => {
    expect(() => parseOptions(input)).toThrow(RuleError);
    expect(() => parseOptions(input)).toThrow(expect.objectContaining({ path: expect.stringContaining(path) }));
  });
});
