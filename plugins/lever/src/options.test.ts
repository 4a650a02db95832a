import { expect, it } from '@jest/globals';
import { RuleError } from '@lethe/core';
import { parseOptions } from './options.ts';

it('options have defaults that trust nothing', () => {
  expect(parseOptions({})).toEqual({
    confidentialHiring: true,
    files: 'removed',
    feedback: 'kept',
    anonymizeTakes: [],
    lookThroughAll: true,
  });
});

it.each([
  [{ archive: true }, 'lever.'],
  [{ files: 'kept' }, 'lever.files'],
  [{ performAs: 'Ada Quellstone' }, 'lever.performAs'],
  [{ anonymizeTakes: ['notes'] }, 'lever.anonymizeTakes.0'],
])('options that cannot be read are refused, with their path: %j', (options, path) => {
  expect(() => parseOptions(options)).toThrow(RuleError);
  expect(() => parseOptions(options)).toThrow(expect.objectContaining({ path }));
});
