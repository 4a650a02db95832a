import { describe, expect, it } from '@jest/globals';
import { RuleError } from '@lethe/core';
import { parseOptions } from './options.ts';

describe('options', () => {
  it('left out are what most customers want', () => {
    expect(parseOptions({})).toEqual({
      ...{
        account: 'erase',
        redaction: 'probe',
        changelog: 'counted',
        lookAsUser: false,
        nobodySignedIn: false,
        fields: { clear: [], keep: [] },
      },
      details: { phone: [], address: [], externalId: [], login: [] },
    });
  });

  it.each([
    [{ account: 'delete' }, 'jira.account'],
    [{ marker: 'ada@quill.test' }, 'jira.marker'],
    [{ marker: '' }, 'jira.marker'],
    [{ fields: { clear: ['Copies'] } }, 'jira.fields.clear.0'],
    [{ details: { phone: [' '] } }, 'jira.details.phone.0'],
    [{ unknown: true }, 'jira.'],
  ])('%j is refused, with the place of the fault', (input, path) => {
    expect(() => parseOptions(input)).toThrow(RuleError);
    try {
      parseOptions(input);
    } catch (error) {
      expect(error instanceof RuleError ? error.path : undefined).toBe(path);
    }
  });
});
