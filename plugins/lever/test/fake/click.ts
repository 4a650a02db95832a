import { Refused, notFound } from './answer.ts';
import type { Lever } from './lever.ts';

/**
 * What a user of Lever does with "Anonymize" on an opportunity, which no call of the API can: what is personal goes, what reports
 * count stays, and what Lever's help says it keeps behind the API stays too. The contact goes with the last opportunity.
 */
export function anonymize(lever: Lever, id: string): void {
  const opportunity = lever.opportunities.find(id);
  if (opportunity === undefined) throw notFound();
  const { archived, contact } = opportunity;
  const isHire = archived !== null && lever.archiveReasons.get(archived.reason).type === 'hired';
  if (archived === null || isHire) throw new Refused(409, 'NotArchivedOrHired');
  for (const rows of [lever.files, lever.resumes, lever.referrals, lever.unseen])
    for (const row of rows.where((one) => one.opportunity === id)) rows.delete(row.id);
  blankApplications(lever, id);
  takeAlso(lever, id);
  lever.opportunities.update(id, { isAnonymized: true });
  if (lever.opportunitiesOf(contact).every((one) => one.isAnonymized)) blankContact(lever, contact);
}

function blankApplications(lever: Lever, opportunity: string): void {
  for (const { id, customQuestions } of lever.of(lever.applications, opportunity))
    lever.applications.update(id, {
      ...{ name: '', email: '', phone: null, company: '', links: [], comments: '' },
      ...{ ipAddress: '', referer: '', userAgent: '' },
      customQuestions: lever.behaviour.alsoTakes.includes('answers') ? [] : customQuestions,
    });
}

function takeAlso(lever: Lever, opportunity: string): void {
  const { alsoTakes } = lever.behaviour;
  for (const { id } of lever.of(lever.forms, opportunity))
    if (alsoTakes.includes('forms')) lever.forms.update(id, { fields: [] });
  for (const { id } of lever.of(lever.offers, opportunity))
    if (alsoTakes.includes('offers')) lever.offers.update(id, { fields: [], sentDocument: null });
}

function blankContact(lever: Lever, contact: string): void {
  lever.contacts.update(contact, {
    ...{ name: '', headline: '', emails: [], phones: [], location: null, links: [], photo: '' },
    isAnonymized: true,
  });
}
