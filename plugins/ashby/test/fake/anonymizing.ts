import { Refused } from './answer.ts';
import type { Ashby } from './ashby.ts';

/**
 * What `candidate.anonymize` does: nothing while an application is active or a lead, and else it takes what this invented Ashby was
 * told to take. A hire does not stop it. Notes, feedback and what reports count stay.
 */
export function anonymize(ashby: Ashby, id: string): void {
  const { takes, nameAfter } = ashby.behaviour;
  const open = ashby.applicationsOf(id).some(({ status }) => status === 'Active' || status === 'Lead');
  if (open) throw new Refused('candidate_has_active_applications');
  const candidate = ashby.candidates.get(id);
  ashby.anonymized.put({ id });
  ashby.candidates.update(id, {
    name: nameAfter ?? candidate.name,
    ...{ emailAddresses: [], phoneNumbers: [], updatedAt: ashby.now() },
    ...(takes.includes('details') ? { position: null, company: null, school: null, timezone: null, city: null } : {}),
    ...(takes.includes('links') ? { socialLinks: [] } : {}),
    ...(takes.includes('files') ? { fileHandles: [] } : {}),
    ...(takes.includes('customFields') ? { customFields: [] } : {}),
  });
  for (const application of ashby.applicationsOf(id))
    ashby.applications.update(application.id, {
      ...(takes.includes('files') ? { resume: null } : {}),
      ...(takes.includes('clientInfo') ? { submitterClientIp: null, submitterUserAgent: null } : {}),
      ...(takes.includes('answers') ? { submissions: [] } : {}),
      ...(takes.includes('customFields') ? { customFields: [] } : {}),
    });
  const theirs = (one: { readonly candidate: string }): boolean => one.candidate === id;
  if (takes.includes('clientInfo')) for (const one of ashby.clients.where(theirs)) ashby.clients.delete(one.id);
  if (takes.includes('unseen')) for (const one of ashby.unseen.where(theirs)) ashby.unseen.delete(one.id);
}
