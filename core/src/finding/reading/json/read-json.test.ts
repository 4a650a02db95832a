import { describe, expect, it } from '@jest/globals';
import { cut, marked, unmarked } from '../../marked.suite.ts';
import { seen } from '../seen.suite.ts';

const who = { names: ['José Núñez'], addresses: ['jo@d.test'], externalIds: ['123456'], logins: ['jo𝒳42'] };
const json = { who, form: 'json' } as const;

it.each([
  ['in escaped letters', '{"n":"«Jos\\u00e9 N\\u00fa\\u00f1ez»"}'],
  ['after an escaped line end', '{"n":"Hello,\\n«José Núñez»\\tand\\r\\n«jo@d.test»"}'],
  ['in a key', '{"«jo@d.test»":[true,null,-1.5e3]}'],
  ['as a number', '{"id":«123456»,"x":1234567}'],
  ['before an escaped slash', '["«jo@d.test»\\/inbox"]'],
  ['in a character of two escapes', '["«jo\\ud835\\udcb342»"]'],
  ['in what is no JSON', '{"n":"«José Núñez»'],
])('in JSON the person is found %s', (_, row) => {
  expect(marked(unmarked(row), json)).toBe(row);
});

it('strings, keys and numbers have nothing to do with each other', () => {
  expect(seen('{"José":["Núñez",42,true]}', 'json')).toEqual(['|José|Núñez|42']);
});

describe('after a cut JSON is still JSON', () => {
  it.each([
    ['quotes in the replacement are escaped', '{"n":"José Núñez"}', '{"n":"A\\"\\n"}'],
    ['a number becomes a string', '{"id":123456}', '{"id":"A\\"\\n"}'],
  ])('%s', (_, before, after) => {
    expect(cut(before, json, 'A"\n')).toBe(after);
  });

  it('a number does not become nothing', () => {
    expect(cut('{"id":123456}', json, '')).toBe('{"id":""}');
  });
});
