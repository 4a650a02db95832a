import { describe, expect, it } from '@jest/globals';
import { found, marked, unmarked } from '../marked.suite.ts';

const who = { addresses: ['jane.doe@mail-box.test'] };

describe('an address in words or with spaces is found', () => {
  it.each([
    ['in round brackets', 'to «jane.doe(at)mail-box.test» now'],
    ['in square brackets with spaces', '«jane.doe [at] mail-box [dot] test», or'],
    ['in braces and angle brackets', '«jane{dot}doe<at>mail-box.test»'],
    ['with the signs themselves in brackets', '«jane[.]doe[@]mail-box.test»'],
    ['in plain words', 'Write to «jane dot doe at mail-box dot test».'],
    ['in capitals', '«JANE DOT DOE AT MAIL-BOX DOT TEST»'],
    ['in German', '«jane Punkt doe (ät) mail-box Punkt test»'],
    ['with spaces about its signs', 'Email: «Jane. Doe @Mail - Box.test»'],
    ['before a full stop', '«jane.doe (at) mail-box.test». Or not.'],
  ])('%s', (_, row) => {
    expect(marked(unmarked(row), { who })).toBe(row);
    expect(found(unmarked(row), { who }).map(({ how }) => how)).toEqual(['spelt-out']);
  });
});

describe('an address in words is not found', () => {
  it.each([
    ['within a longer one', 'maryjane.doe (at) mail-box.test mary.jane.doe (at) mail-box.test'],
    ['with more behind it', 'jane.doe (at) mail-box.test.example jane.doe (at) mail-boxes.test'],
    ['with a word that is not set apart', 'jane.doeatmail-box.test jane.doe (at mail-box.test'],
    ['with another bracket at the end', 'jane.doe (at] mail-box.test'],
    ['over a line', 'jane.doe (at)\nmail-box.test'],
    ['of somebody else', 'jane.roe (at) mail-box.test jane.doe (at) mail-box.example'],
  ])('%s', (_, text) => {
    expect(found(text, { who }).filter(({ how }) => how === 'spelt-out')).toEqual([]);
  });
});
