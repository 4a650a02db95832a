import type { Person } from '../host.ts';

/** Whether somebody works here by now, as one case or a linked account says, whatever the other cases say. */
export function wasHired({ cases = [], employed }: Pick<Person, 'cases' | 'employed'>): boolean {
  return employed === true || cases.some(({ hired }) => hired === true);
}
