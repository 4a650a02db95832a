import type { Contact, Form, Opportunity } from './fake/records.ts';
import type { Lever } from './fake/lever.ts';

type Entry = readonly [key: string, text: string];

/** Texts of an invented Lever by the ids their spots have; what is empty has none. */
export function textsOf(lever: Lever): Readonly<Record<string, string>> {
  const entries = [
    ...lever.contacts.all().flatMap(textsOfContact),
    ...lever.opportunities.all().flatMap((one) => textsOfOpportunity(lever, one)),
  ];
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}

function textsOfContact({ id, name, headline, location, emails, phones, links }: Contact): readonly Entry[] {
  return [
    [`c${id}/name`, name],
    [`c${id}/headline`, headline],
    [`c${id}/location`, location?.name ?? ''],
    [`c${id}/emails`, emails.join('\n')],
    [`c${id}/phones`, phones.map(({ value }) => value).join('\n')],
    [`c${id}/links`, links.join('\n')],
  ];
}

function textsOfOpportunity(lever: Lever, { id, tags, sources }: Opportunity): readonly Entry[] {
  const at = (part: string, text: string): Entry => [`o${id}/${part}`, text];
  const unseen = lever.of(lever.unseen, id).map(({ text }) => text);
  return [
    at('tags', tags.join('\n')),
    at('sources', sources.join('\n')),
    at('unseen', unseen.join('\n')),
    ...lever.of(lever.files, id).map((one) => at(`file:${one.id}`, `${one.name} ${one.inside}`)),
    ...lever.of(lever.resumes, id).map((one) => at(`resume:${one.id}`, JSON.stringify([one.file, one.parsedData]))),
    ...lever.of(lever.offers, id).map((one) => at(`offer:${one.id}`, JSON.stringify(one.fields))),
    ...lever.of(lever.interviews, id).map((one) => at(`interview:${one.id}`, `${one.subject}\n${one.note}`)),
    ...textsOfApplications(lever, id),
    ...(['notes', 'feedback', 'referrals', 'forms'] as const).flatMap((table) =>
      lever.of(lever[table], id).map((one) => at(`${parts[table]}:${whichOf(one)}`, writtenIn(one))),
    ),
  ];
}

const parts = { notes: 'note', feedback: 'feedback', referrals: 'referral', forms: 'form' } as const;

function whichOf({ id, deletedAt }: Form): string {
  return deletedAt === null ? id : `${id}.deleted`;
}

function writtenIn({ fields }: Form): string {
  return fields.map(({ value }) => String(value)).join('\n');
}

function textsOfApplications(lever: Lever, opportunity: string): readonly Entry[] {
  return lever.of(lever.applications, opportunity).flatMap((one) => {
    const at = (field: string, text: string): Entry => [`o${opportunity}/application:${one.id}.${field}`, text];
    const answers = one.customQuestions.flatMap(({ fields }) => fields.map(({ value }) => String(value)));
    return [
      at('name', one.name),
      at('email', one.email),
      at('phone', one.phone?.value ?? ''),
      at('company', one.company),
      at('comments', one.comments),
      at('ip', one.ipAddress),
      at('referer', one.referer),
      at('browser', one.userAgent),
      at('links', one.links.join('\n')),
      at('answers', answers.join('\n')),
    ];
  });
}
