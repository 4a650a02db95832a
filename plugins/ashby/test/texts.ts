import type { Ashby } from './fake/ashby.ts';
import type { Application, Candidate, FieldValue } from './fake/records.ts';

type Entry = readonly [key: string, text: string];

/** Texts of an invented Ashby by the ids their spots have; what is empty has none, and neither has the name of nobody. */
export function textsOf(ashby: Ashby): Readonly<Record<string, string>> {
  const entries = [
    ...ashby.candidates.all().flatMap((one) => textsOfCandidate(ashby, one)),
    ...ashby.applications.all().flatMap((one) => textsOfApplication(ashby, one)),
  ];
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}

function textsOfCandidate(ashby: Ashby, candidate: Candidate): readonly Entry[] {
  const { id, position, company, school, timezone, city, name, tags, fileHandles } = candidate;
  const at = (part: string, text: string | null): Entry => [`c${id}/${part}`, text ?? ''];
  const own = (one: { readonly candidate: string }): boolean => one.candidate === id;
  return [
    at('name', name === ashby.behaviour.nameAfter ? '' : name),
    ...[at('position', position), at('company', company), at('school', school)],
    ...[at('timezone', timezone), at('location', city)],
    at('emails', candidate.emailAddresses.map(({ value }) => value).join('\n')),
    at('phones', candidate.phoneNumbers.map(({ value }) => value).join('\n')),
    at('links', candidate.socialLinks.map(({ url }) => url).join('\n')),
    at('tags', tags.map((tag) => ashby.tags.get(tag).title).join('\n')),
    ...fileHandles.map((one) => at(`file:${one.id}`, one.name)),
    ...ashby.notes.where(own).map((one) => at(`note:${one.id}`, one.content)),
    ...ashby.clients.where(own).map((one) => at(`client:${one.id}`, `${one.ipAddress}\n${one.userAgent}`)),
    ...fieldTexts(`c${id}`, candidate.customFields),
  ];
}

function textsOfApplication(ashby: Ashby, application: Application): readonly Entry[] {
  const { id, submitterClientIp, submitterUserAgent, submissions, resume, archiveRemark } = application;
  const at = (part: string, text: string): Entry => [`a${id}/${part}`, text];
  const own = (one: { readonly application: string }): boolean => one.application === id;
  return [
    at('client', [submitterClientIp, submitterUserAgent].filter((one) => one !== null).join('\n')),
    at('reason', archiveRemark),
    ...(resume === null ? [] : [at(`resume:${resume.id}`, resume.name)]),
    ...submissions.map((one) => at(`answers:${one.id}`, Object.values(one.submittedValues).join('\n'))),
    ...ashby.feedback.where(own).map((one) => at(`feedback:${one.id}`, Object.values(one.submittedValues).join('\n'))),
    ...ashby.offers.where(own).map((one) => at(`offer:${one.id}`, one.remark)),
    ...fieldTexts(`a${id}`, application.customFields),
  ];
}

function fieldTexts(owner: string, fields: readonly FieldValue[]): readonly Entry[] {
  return fields.map(({ id, value }) => [
    `${owner}/field:${id}`,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
}
