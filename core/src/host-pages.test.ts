import { describe, expect, it } from '@jest/globals';
import { shownAt } from './host-pages.ts';
import type { HostPages } from './host-pages.ts';
import { mint } from './testing/index.ts';

const pages: readonly HostPages[] = [
  { site: 'https://hire.acme.test', path: /^\/cases\/(\d+)$/, shows: (id) => ({ dossier: mint('dossier', `o${id}`) }) },
  { site: 'https://*.acme.test', path: /^\/people\/(\d+)/, shows: (id) => ({ person: mint('person', `p${id}`) }) },
];

describe('what a page of a host shows', () => {
  it.each([
    ['https://hire.acme.test/cases/12?tab=mail#top', { dossier: 'o12' }],
    ['https://app2.acme.test/people/7/notes', { person: 'p7' }],
    ['https://hire.acme.test/people/7', { person: 'p7' }],
  ])('%s', (address, shown) => {
    expect(shownAt(pages, new URL(address))).toEqual(shown);
  });

  it.each([
    'http://hire.acme.test/cases/12',
    'https://hire.acme.test:8443/cases/12',
    'https://hire.acme.test/cases/twelve',
    'https://acme.test/people/7',
    'https://.acme.test/people/7',
    'https://a.b.acme.test/people/7',
    'https://evil.test/.acme.test/people/7',
    'https://hire.acme.test.evil.test/cases/12',
    'https://evilacme.test/people/7',
  ])('nothing: %s', (address) => {
    expect(shownAt(pages, new URL(address))).toBeUndefined();
  });
});
