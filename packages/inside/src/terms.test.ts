import { describe, expect, it } from '@jest/globals';
import { identifiersFrom } from '@lethe/core';
import { termsFor } from './terms.ts';

describe('terms', () => {
  it("gives Lethe's part only what it takes: three letters, six digits, two hundred of each", () => {
    const many = Array.from({ length: 300 }, (_, at) => `login${String(at)}`);
    const { terms, phones } = termsFor(
      identifiersFrom({ names: ['Li'], logins: many, phones: ['+420 123 456 789', '112'] }),
    );
    expect(terms).toHaveLength(200);
    expect(terms).not.toContain('Li');
    expect(phones).toEqual(['3456789']);
  });

  it("gives Lethe's part an address with tags by what stands before the plus, unless that is too short", () => {
    expect(termsFor(identifiersFrom({ addresses: ['ada.quell@mail.test'] })).terms).toContain('ada.quell+');
    expect(termsFor(identifiersFrom({ addresses: ['ada@mail.test'] })).terms).toEqual(['ada@mail.test']);
  });

  it("gives Lethe's part a postal address by how its street begins", () => {
    expect(termsFor(identifiersFrom({ postalAddresses: ['Lindenstraße 7, Auwald'] })).terms).toEqual(['Linde']);
  });
});
