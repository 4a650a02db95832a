import type { Lever } from './lever.ts';
import type * as stored from './records.ts';

/** What the Data API shows of what is stored. */

export function opportunityShape(
  lever: Lever,
  opportunity: stored.Opportunity,
  expand: readonly string[] = [],
): object {
  const contact = lever.contacts.get(opportunity.contact);
  const isBlank = opportunity.isAnonymized;
  const applications = lever.of(lever.applications, opportunity.id);
  const shown = expand.includes('applications') && lever.behaviour.expands;
  return {
    ...opportunity,
    name: isBlank ? '' : contact.name,
    headline: isBlank ? '' : contact.headline,
    location: isBlank ? '' : (contact.location?.name ?? ''),
    emails: isBlank ? [] : contact.emails,
    phones: isBlank ? [] : contact.phones,
    links: isBlank ? [] : contact.links,
    applications: applications.map((one) => (shown ? applicationShape(one) : one.id)),
    sourcedBy: null,
    followers: [opportunity.owner],
    snoozedUntil: null,
    lastInteractionAt: opportunity.updatedAt,
    lastAdvancedAt: opportunity.updatedAt,
    urls: {
      list: 'https://hire.lever.test/candidates',
      show: `https://hire.lever.test/candidates/${opportunity.id}`,
    },
  };
}

/** What calls that change something have been seen to answer: names are blank though the record still has them. */
export function blankShape(lever: Lever, opportunity: stored.Opportunity): unknown {
  return { ...opportunityShape(lever, opportunity), name: '', emails: [], phones: [] };
}

export function contactShape({ links: _links, photo: _photo, ...contact }: stored.Contact): object {
  return { ...contact, dataProtection: null };
}

export function applicationShape({ opportunity, ...application }: stored.Application): unknown {
  return { ...application, type: 'posting', opportunityId: opportunity, candidateId: opportunity, archived: null };
}

export function formShape({ opportunity: _opportunity, byApi: _byApi, ...form }: stored.Form): unknown {
  return { ...form, completedAt: form.createdAt };
}

export function fileShape({ id, name, createdAt }: stored.File): unknown {
  return { id, name, ext: '.txt', uploadedAt: createdAt, status: 'processed', size: 1 };
}

export function resumeShape({ id, file, parsedData, createdAt }: stored.Resume): unknown {
  return { id, file, parsedData, createdAt };
}

export function plainShape({ opportunity: _opportunity, ...row }: stored.Interview | stored.Offer): unknown {
  return row;
}
