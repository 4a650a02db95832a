import { expect, it } from '@jest/globals';
import { lineOf, parsedJson } from './line-of.ts';

const text = JSON.stringify(
  { version: 1, copies: 'x', replacement: { name: 'A' }, spots: { 'message.body': { author: 'y' } } },
  null,
  2,
);

it.each([
  ['version', 2],
  ['copies', 3],
  ['replacement.name', 5],
  ['spots.message.body.author', 9],
  ['spots.message.body', 8],
  ['nowhere', 1],
  ['replacement.nowhere', 4],
])('the setting %s stands in line %i', (path, line) => {
  expect(lineOf(text, path)).toBe(line);
});

it('says in which line a text stops to be JSON', () => {
  expect(parsedJson('{\n  "a": 1,\n  b\n}')).toEqual({ line: 3 });
  expect(parsedJson('[1]')).toEqual({ line: 1 });
  expect(parsedJson('{"a": 1}')).toEqual({ document: { a: 1 } });
});
