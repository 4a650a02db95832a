import { describe, expect, it } from '@jest/globals';
import { Personal, identifiersFrom } from '@lethe/core';
import type { PlainIdentifiers } from '@lethe/core';
import { distinct, isLeversPlaceholder, lines, mayBeOf } from './form.ts';
import { opportunitySchema } from './schema.ts';

const opportunity = opportunitySchema.parse({
  id: 'o1',
  contact: 'c1',
  name: 'Zoë Ångström-Lind',
  emails: ['Zoe.Angstrom@quill.test'],
  phones: [{ type: 'mobile', value: '+44 7700 900123' }],
});

describe('an opportunity that a search gives', () => {
  it.each<[string, PlainIdentifiers, boolean]>([
    ['the same address', { addresses: ['zoe.angstrom@quill.test'] }, true],
    ['the address with a tag', { addresses: ['zoe.angstrom+jobs@quill.test'] }, true],
    ['the address without dots', { addresses: ['zoeangstrom@quill.test'] }, true],
    ['the mailbox elsewhere', { addresses: ['zoe.angstrom@home.test'] }, false],
    ['an address that ends in hers', { addresses: ['azoe.angstrom@quill.test'] }, false],
    ['the phone in another writing', { phones: ['07700 900-123'] }, true],
    ['another phone', { phones: ['07700 900-124'] }, false],
    ['no digits at all', { phones: ['none'] }, false],
    ['the name without accents, turned round', { names: ['lind angstrom zoe'] }, true],
    ['part of the name', { names: ['Zoe Lind'] }, true],
    ['another name', { names: ['Zoe Falk'] }, false],
    ['nothing', {}, false],
  ])('may be of somebody with %s, or not', (_, plain, may) => {
    expect(mayBeOf(identifiersFrom(plain), opportunity)).toBe(may);
  });

  it('is nobody’s by an empty name', () => {
    const nameless = opportunitySchema.parse({ id: 'o1', contact: 'c1', name: '' });
    expect(mayBeOf(identifiersFrom({ names: ['Zoe'] }), nameless)).toBe(false);
  });
});

describe('texts', () => {
  it.each([
    ['', true],
    [' ', true],
    ['Anonymized', true],
    ['Anonymized candidate', true],
    ['anonymised contact', true],
    ['Anonymized Quellstone', false],
    ['Ada', false],
  ])('%j is what Lever puts in place of a name, or not', (name, is) => {
    expect(isLeversPlaceholder(Personal.of(name))).toBe(is);
  });

  it('are each told once, and put together without blank ones', () => {
    const some = ['a', '', 'b', 'a'].map((text) => Personal.of(text));
    expect(distinct(some).map((one) => one.reveal())).toEqual(['a', '', 'b']);
    expect(lines(...some).reveal()).toBe('a\nb\na');
  });
});

describe('what Lever sends', () => {
  it('may lack almost everything', () => {
    expect(opportunitySchema.parse({ id: 'o1', contact: 'c1' })).toMatchObject({
      emails: [],
      tags: [],
      applications: [],
      isAnonymized: false,
      stageChanges: 0,
    });
  });

  it('may hold phones with or without a sort, and answers of any shape', () => {
    const [application] = opportunitySchema.parse({
      id: 'o1',
      contact: 'c1',
      phones: ['1', { value: '2' }, { value: '' }],
      applications: [
        {
          id: 'a1',
          phone: '3',
          customQuestions: [{ fields: [{ value: ['Yes', { text: 'No' }, 7, null, true, ' '] }] }],
        },
      ],
    }).applications;
    expect(application).toMatchObject({ id: 'a1' });
    if (typeof application !== 'object') throw new TypeError('The application did not come along.');
    expect(application.phone.reveal()).toBe('3');
    expect(application.customQuestions.map((one) => one.reveal())).toEqual(['Yes\nNo\n7']);
  });
});
