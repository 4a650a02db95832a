import type { Obstacle, ObstacleCode } from '../errors.ts';
import type { Dossier, Person, PersonKind } from '../host.ts';
import { withoutAcknowledged } from './acknowledged.ts';
import type { GuardSettings } from './guard-settings.ts';
import { hiredObstacles } from './hired.ts';

/** Whose cases they are, and what the reviewer has acknowledged. */
export interface CaseCheck {
  readonly person: Pick<Person, 'id'>;
  readonly kind: PersonKind;
  readonly settings: GuardSettings;
  readonly acknowledged: readonly ObstacleCode[];
}

/**
 * What stands in the way in the person's own cases, each case named: still open, a hire, a lead, an interview to come. Asked with
 * the listing of the review, and again with the one right before the first write. Pure. Other people's cases that only mention
 * the person do not count.
 */
export function caseObstacles(cases: readonly Dossier[], check: CaseCheck): readonly Obstacle[] {
  const { person, kind, settings, acknowledged } = check;
  const own = cases.filter(({ subject, openedBy }) => (subject ?? openedBy) === person.id);
  const { archivedFirst } = settings.cases;
  const found = own.flatMap((one) => [
    ...(one.state === 'open' && archivedFirst.includes(kind) ? [open(one)] : []),
    ...(one.lead === true ? [lead(one)] : []),
    ...(one.interviewPending === true ? [interviewPending(one)] : []),
    ...(one.hired === true ? hiredObstacles(`The person was hired: ${one.label}.`, settings) : []),
  ]);
  return withoutAcknowledged(found, acknowledged);
}

function open({ label }: Dossier): Obstacle {
  return {
    code: 'case-open',
    says: `Still active: ${label}.`,
    remedy: 'Archive it in the host with the reason that applies, then review again.',
  };
}

function lead({ label }: Dossier): Obstacle {
  return {
    code: 'lead',
    says: `Held as a lead, for which nobody has decided yet: ${label}.`,
    remedy: 'Archive it in the host, then review again.',
  };
}

function interviewPending({ label }: Dossier): Obstacle {
  return {
    code: 'interview-pending',
    says: `An interview is still to come: ${label}.`,
    remedy: 'Cancel it in the host or wait until it is over, then review again.',
  };
}
