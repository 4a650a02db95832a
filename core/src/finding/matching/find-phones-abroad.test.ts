import { describe, expect, it } from '@jest/globals';
import { marked, unmarked } from '../marked.suite.ts';

describe('a number filed without its country', () => {
  it.each([
    ['is found with one', '043 3277 6942', '«+91 43 3277 6942», «+914332776942», «0091-43-32776942»'],
    ['is found with the trunk zero in brackets', '043 3277 6942', '«+91 (0)43 3277 6942»'],
    ['is found with an extension', '404 459 1515', '«+1 404 459 1515 x12»'],
    ['is found as filed', '043 3277 6942', '«043 3277 6942»'],
    ['is not found in another', '043 3277 6942', '+91 43 3277 69421, +91 5 43 3277 6943, A+91 43 3277 6942'],
    ['is not found with four digits for a country', '404 459 1515', '+1234 404 459 1515'],
    ['is not looked for where it is short', '030 123456', '+49 30 123456'],
  ])('%s', (_, phone, row) => {
    expect(marked(unmarked(row), { who: { phones: [phone] } })).toBe(row);
  });
});
