import { peopleOf } from '@lethe/core/testing';
import type { World, WorldDossier, WorldMessage, WorldPerson } from '@lethe/core/testing';
import type { Seed } from './fake/seed.ts';
import { custom } from './fake/seed.ts';

/** Greenhouse's numbers of the people of a world. */
export type Candidates = ReadonlyMap<string, number>;

/**
 * Puts a world into Greenhouse as far as Greenhouse can hold it. Who works there is a user, everybody else a candidate. A ticket is a
 * rejected application of whoever opened it: its fields are custom fields, its title and description answers, what it held before
 * lines of the log, its mails, chats and notes entries of the feed. What only others can be asked for is a reference nobody is shown.
 */
export function fillWith(seed: Seed, world: World): Candidates {
  const candidates = new Map(
    peopleOf(world)
      .filter(({ kind }) => kind !== 'agent' && kind !== 'administrator')
      .map((person) => [person.key, candidateFor(seed, person)]),
  );
  for (const dossier of world.dossiers) file(seed, candidates, dossier);
  return candidates;
}

function candidateFor(
  seed: Seed,
  { key, name, addresses, phones, fields, login, photo = '', history }: WorldPerson,
): number {
  const candidate = seed.candidate({
    ...{ name, phones, emails: addresses.length > 0 ? addresses : [`${key}@nobody.test`] },
    company: Object.values(fields).join(' · '),
    website_addresses: [{ value: `https://people.test/${login}` }],
    addresses: [{ value: '1 Thimble Lane', type: 'home' }],
    tags: ['Backend'],
    unseen: { headline: photo, referral_questions: history.map(({ old }) => old).join('\n') },
  });
  seed.employment(candidate, 'Quill Stationery Ltd');
  seed.education(candidate, 'Thimble College');
  return candidate;
}

function file(seed: Seed, candidates: Candidates, dossier: WorldDossier): void {
  const { openedBy, title, description, fields, tallies, history, files, messages } = dossier;
  const candidate = candidates.get(openedBy) ?? 0;
  const application = seed.application(candidate, {
    stage_name: tallies['status'] ?? 'open',
    source_id: (tallies['company'] ?? '').length + 1,
    location_address: 'Tallinn',
    custom_fields: custom(fields),
    answers: [title, description].map((answer) => ({ question: 'Question', answer })),
  });
  seed.rejection(application);
  seed.scorecard(application, 'Strong in databases.');
  seed.interview(application);
  seed.offer(application, { Salary: '42000' });
  for (const { old } of history) seed.note(candidate, old, { type: 'ACTIVITY', application_id: application });
  for (const { name, inside } of [...files, ...messages.flatMap((message) => message.files)])
    seed.attachment(application, name, inside);
  for (const message of messages) fileMessage(seed, { candidate, application }, message);
}

const types: Readonly<Record<string, string>> = { note: 'NOTE', chat: 'LINKEDIN_INMAIL', web: 'TOUCHPOINT' };

function fileMessage(
  seed: Seed,
  { candidate, application }: { readonly candidate: number; readonly application: number },
  { channel, subject, body, from, to, copies, attendees }: WorldMessage,
): void {
  const isNote = channel === 'note';
  seed.note(candidate, body.text, {
    type: types[channel] ?? 'EMAIL',
    application_id: application,
    ...(isNote ? {} : { subject, email_from: from.join(', '), email_to: to.join(', ') }),
    ...(isNote ? {} : { email_cc: [...copies, ...attendees] }),
  });
}
