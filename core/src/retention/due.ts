import type { DossierId, Person } from '../host.ts';
import { wasHired } from './hired.ts';

/** Why somebody's time has come. */
export const dueReasons = [
  /** The person asked for it: due today, whenever that was. */
  'asked',
  /** The consent to keep a case has run out: that case alone. */
  'consent-ended',
  /** Nothing has happened for as long as data may be kept. */
  'retention-reached',
] as const;
export type DueReason = (typeof dueReasons)[number];

/** What is due, and since when. */
export interface Due {
  readonly because: DueReason;
  readonly since: Date;
  /** With a consent: the case it was for; the account and its other cases stay. */
  readonly only?: DossierId;
}

/** What is known besides the host's list. */
export interface Keeping {
  /** Days data may be kept after anything happened last; not said: for good. */
  readonly retentionDays?: number;
  /** Whether the person asked to be erased. */
  readonly asked?: boolean;
}

const DAY = 86_400_000;

/**
 * What of a person is due now, the most pressing first. A hire keeps what is kept for those who work here, unless the person asked:
 * then the guards decide.
 */
export function dueNow(person: Person, { retentionDays, asked = false }: Keeping, now: Date): readonly Due[] {
  return [
    ...(asked ? [{ because: 'asked', since: now } as const] : []),
    ...(wasHired(person) ? [] : [...consentsEnded(person, now), ...retained(person, retentionDays, now)]),
  ];
}

function consentsEnded({ cases = [] }: Person, now: Date): readonly Due[] {
  return cases.flatMap(({ id, consent }) => {
    const until = consent?.storeUntil;
    return until === undefined || until > now ? [] : [{ because: 'consent-ended', since: until, only: id } as const];
  });
}

function retained({ lastActivity }: Person, days: number | undefined, now: Date): readonly Due[] {
  if (days === undefined || lastActivity === undefined) return [];
  const since = new Date(lastActivity.getTime() + days * DAY);
  return since > now ? [] : [{ because: 'retention-reached', since }];
}
