import { expect, it } from '@jest/globals';
import { pageOf } from './opportunity-view.ts';
import { opportunitySchema } from './schema.ts';

it.each([
  ['https://hire.lever.co/candidates/8bd304b4-b8e7', 'https://hire.lever.co/candidates/8bd304b4-b8e7'],
  ['https://hire.lever.co/candidates/1?name=Ada#top', 'https://hire.lever.co/candidates/1'],
  ['http://hire.lever.co/candidates/1', undefined],
  ['https://ada:secret@hire.lever.co/candidates/1', undefined],
  ['https://hire.lever.co/candidates/Ada%20Quellstone', undefined],
  ['https://hire.lever.co/candidates/ada@quill.test', undefined],
  ['javascript:alert(1)', undefined],
  ['', undefined],
])('somebody is sent to the page of an opportunity only if that is one, without anything else: %s', (show, page) => {
  expect(pageOf(opportunitySchema.parse({ id: 'o1', contact: 'c1', urls: { show } }))).toBe(page);
});

it('without addresses there is no page', () => {
  expect(pageOf(opportunitySchema.parse({ id: 'o1', contact: 'c1', urls: null }))).toBeUndefined();
});
