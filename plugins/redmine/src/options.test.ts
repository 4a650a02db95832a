import { describe, expect, it } from '@jest/globals';
import { RuleError } from '@lethe/core';
import { meaningOf, parseOptions } from './options.ts';

describe('options', () => {
  it('know the usual names of fields, whatever the case', () => {
    const options = parseOptions({});
    const names = ['PHONE', 'mobile', 'company', 'Organisation', 'employee number', 'Home address', 'Hobby'];
    expect(names.map((name) => meaningOf(name, options))).toEqual([
      'phone',
      'phone',
      'company',
      'company',
      'external-id',
      'postal-address',
      'other',
    ]);
  });

  it('are replaced name by name', () => {
    const options = parseOptions({ companyFields: ['Firma'] });
    expect([meaningOf('Firma', options), meaningOf('Company', options), meaningOf('Phone', options)]).toEqual([
      'company',
      'other',
      'phone',
    ]);
  });

  it.each([
    [{ companyField: 'Firma' }, 'redmine'],
    [{ phoneFields: 'Phone' }, 'redmine.phoneFields'],
    [{ agentRoles: [''] }, 'redmine.agentRoles.0'],
    ['text', 'redmine'],
  ])('say which setting is wrong: %j', (input, path) => {
    const error: unknown = (() => {
      try {
        return parseOptions(input);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(RuleError);
    expect(error).toMatchObject({ path: expect.stringContaining(path) });
  });
});
