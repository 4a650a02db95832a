import type { Dossier } from '@lethe/core';
import { counted } from './form.ts';
import { dossierIdOf, personIdOf } from './ids.ts';
import type { Application, Interview, Opportunity } from './schema.ts';

/** What of an opportunity only other lists tell. */
export interface Circumstances {
  readonly hired: boolean;
  readonly interviews: readonly Interview[];
  readonly now: Date;
}

/** A lead nobody has decided on: the first stage of every pipeline, whatever stages come after it are called. */
const LEAD = 'lead-new';

/** An opportunity for people: Lever's ids are long, and their beginnings differ. */
export function labelOf({ id }: Pick<Opportunity, 'id'>): string {
  return `opportunity ${id.slice(0, 8)}`;
}

/** An opportunity, with what reports count of it. */
export function dossierOf(opportunity: Opportunity, { hired, interviews, now }: Circumstances): Dossier {
  const { id, contact, archived, stage, origin, opportunityLocation } = opportunity;
  const subject = personIdOf(contact);
  const isOpen = archived == null;
  return {
    type: 'dossier',
    id: dossierIdOf(id),
    label: labelOf(opportunity),
    state: isOpen ? 'open' : 'archived',
    openedBy: origin === 'applied' ? subject : 'unknown',
    openedVia: origin === 'applied' ? 'web' : 'api',
    subject,
    hired,
    lead: isOpen && stage === LEAD,
    interviewPending: interviews.some((one) => isToCome(one, now)),
    ...(opportunityLocation === '' ? {} : { location: opportunityLocation }),
    ...consentIn(opportunity),
    tallies: talliesOf(opportunity),
  };
}

function isToCome({ date, canceledAt }: Interview, now: Date): boolean {
  return date !== undefined && date > now && canceledAt === undefined;
}

/** Storing that is not allowed at all has run out long ago. */
function consentIn({ dataProtection }: Opportunity): Pick<Dossier, 'consent'> {
  if (dataProtection == null) return {};
  const { store, contact } = dataProtection;
  const storeUntil = store?.allowed === false ? new Date(0) : store?.expiresAt;
  return { consent: { ...(storeUntil === undefined ? {} : { storeUntil }), contact: contact?.allowed === true } };
}

function talliesOf(opportunity: Opportunity): Dossier['tallies'] {
  const { stage, stageChanges, origin, sources, archived, createdAt, opportunityLocation, applications } = opportunity;
  return {
    stage,
    'stage changes': String(stageChanges),
    origin,
    sources: counted(sources),
    'archive reason': archived?.reason ?? '',
    archived: archived?.archivedAt?.toISOString() ?? '',
    created: createdAt?.toISOString() ?? '',
    location: opportunityLocation,
    applications: String(applications.length),
  };
}

/** An application that came with its opportunity. */
export function applicationsIn({ applications }: Opportunity): readonly Application[] {
  return applications.flatMap((one) => (typeof one === 'string' ? [] : [one]));
}
