import { z } from 'zod';
import { personKinds } from '../host.ts';
import type { Person, PersonKind } from '../host.ts';
import { wasHired } from './hired.ts';

/** Whom a run over many people is for. */
export const choiceSchema = z.strictObject({
  /** People of no other kind are touched. */
  kinds: z.array(z.enum(personKinds)).min(1, 'name at least one kind of people').readonly(),
  /** Days in which nothing happened to them, or everybody whatever their age. */
  olderThan: z.union([
    z.literal('all'),
    z.number('give a whole number of days, or all').int().min(1, 'give one day or more').max(36_500),
  ]),
});
export type Choice = Readonly<z.infer<typeof choiceSchema>>;

/** Why somebody of the chosen kinds is left out. */
export const leftOut = [
  /** Works here and may still sign in. */
  'active',
  /** Was hired, whatever the other cases say. */
  'hired',
  /** A case of theirs is not archived yet. */
  'case-open',
  'lead',
  /** Something happened within the time. */
  'recent',
  /** The host does not tell when anything happened last. */
  'age-unknown',
] as const;
export type LeftOut = (typeof leftOut)[number];

const DAY = 86_400_000;
/** Whoever is one of these works here: only an account that was closed is chosen. */
const working: readonly PersonKind[] = ['employee', 'agent', 'administrator'];

/**
 * Whether a choice takes somebody: `chosen`, why not, or nothing for people of other kinds. It is asked of a list of everybody; guards
 * are asked again at the review of whoever is chosen, and right before the first write.
 */
export function chosenBy({ kinds, olderThan }: Choice, person: Person, now: Date): 'chosen' | LeftOut | undefined {
  if (!kinds.includes(person.kind)) return undefined;
  if (person.active && working.includes(person.kind)) return 'active';
  return standing(person) ?? (olderThan === 'all' ? 'chosen' : aged(person, olderThan, now));
}

function standing(person: Person): LeftOut | undefined {
  const { cases = [] } = person;
  if (wasHired(person)) return 'hired';
  if (cases.some(({ lead }) => lead === true)) return 'lead';
  return cases.some(({ state, interviewPending }) => state === 'open' || interviewPending === true)
    ? 'case-open'
    : undefined;
}

function aged({ lastActivity }: Person, days: number, now: Date): 'chosen' | LeftOut {
  if (lastActivity === undefined) return 'age-unknown';
  return now.getTime() - lastActivity.getTime() > days * DAY ? 'chosen' : 'recent';
}
