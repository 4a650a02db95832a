import { describe, expect, it } from '@jest/globals';
import { Personal } from '@lethe/core';
import type { ReadyStep, SpotId, StepId } from '@lethe/core';
import { fullName, namesOf, pageIn, pagePath } from './form.ts';

function naming(text: string): ReadyStep {
  const after = { form: 'plain', text: Personal.of(text) } as const;
  return { id: 's' as StepId, spot: 'user:1/name' as SpotId, kind: 'person.name', verb: 'set', after };
}

describe('names', () => {
  it.each([
    ['Anonymized', 'Anonymized', '-'],
    ['Anonymized candidate', 'Anonymized', 'candidate'],
    ['Ada Maria Quell', 'Ada', 'Maria Quell'],
  ])('%s is written as two and read as one', (name, firstname, lastname) => {
    expect(namesOf(naming(name))).toEqual({ firstname, lastname });
    expect(fullName(Personal.of(firstname), Personal.of(lastname)).reveal()).toBe(name);
  });
});

describe('wiki pages', () => {
  it('are found again by the address a search gives', () => {
    const page = pageIn(Personal.of('https://desk.test/redmine/projects/help/wiki/Kontakt_%C3%95ie?x=1'));
    expect([page?.project.reveal(), page?.title.reveal()]).toEqual(['help', 'Kontakt_Õie']);
    expect(pagePath('3', Personal.of('Kontakt_Õie'))).toBe('/projects/3/wiki/Kontakt_%C3%95ie');
    expect(pageIn(Personal.of('https://desk.test/issues/1'))).toBeUndefined();
  });
});
