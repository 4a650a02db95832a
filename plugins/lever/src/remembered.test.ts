import { expect, it } from '@jest/globals';
import { Remembered } from './remembered.ts';
import { opportunitySchema } from './schema.ts';

it('remembers the latest of what was read, and forgets first what came in first', () => {
  const remembered = new Remembered();
  const take = (id: string, tags: readonly string[]): void => {
    remembered.take(opportunitySchema.parse({ id, contact: 'c1', tags }));
  };
  take('first', ['old']);
  take('second', []);
  take('first', ['new']);
  expect(remembered.tags('first')?.map((tag) => tag.reveal())).toEqual(['new']);
  for (let at = 0; at < 4_999; at += 1) take(`o${at}`, []);
  expect(remembered.tags('second')).toBeUndefined();
  expect(remembered.tags('first')).toBeDefined();
  expect(remembered.of('c1')).toHaveLength(5_000);
  expect(remembered.of('c2')).toEqual([]);
});
