import { peopleOf } from '@lethe/core/testing';
import type { World, WorldDossier, WorldMessage, WorldPerson } from '@lethe/core/testing';
import type { Seed } from './fake/seed.ts';

/** Lever's ids of the people of a world. */
export type Contacts = ReadonlyMap<string, string>;

/**
 * Puts a world into Lever as far as Lever can hold it. Who works there is a user, everybody else a contact. A ticket is an archived
 * opportunity of whoever opened it: its fields are tags, its title an answer on the application, its description what was added
 * there, or a referral if somebody else took it down. Mails and what was there before no list of the API shows.
 */
export function fillWith(seed: Seed, world: World): Contacts {
  const contacts = new Map(
    peopleOf(world)
      .filter(({ kind }) => kind !== 'agent' && kind !== 'administrator')
      .map((person) => [person.key, contactFor(seed, person)]),
  );
  for (const dossier of world.dossiers) file(seed, contacts, dossier);
  return contacts;
}

function contactFor(seed: Seed, { key, name, addresses, phones, fields, login, photo = '' }: WorldPerson): string {
  return seed.contact({
    ...{ name, phones, photo },
    emails: addresses.length > 0 ? addresses : [`${key}@nobody.test`],
    headline: Object.values(fields).join(' · '),
    location: 'Tallinn',
    links: [`https://people.test/${login}`],
  });
}

function file(seed: Seed, contacts: Contacts, dossier: WorldDossier): void {
  const { openedBy, openedVia, title, description, fields, tallies, history, files, messages } = dossier;
  const at = Date.parse(`${tallies['month'] ?? '2026-03'}-01T08:00:00Z`);
  const isReferred = openedVia === 'phone';
  const opportunity = seed.opportunity(contacts.get(openedBy) ?? '', {
    stage: `stage-${tallies['status'] ?? 'open'}`,
    sources: [tallies['company'] ?? 'Job site'],
    tags: [...Object.values(fields), 'Backend'],
    origin: isReferred ? 'referred' : 'applied',
    createdAt: at,
    updatedAt: at,
  });
  if (isReferred) seed.referral(opportunity, description);
  else seed.application(opportunity, { comments: description, customQuestions: seed.answers(title) });
  for (const { old } of history) seed.unseen(opportunity, old, 'survey');
  for (const { name, inside } of [...files, ...messages.flatMap((message) => message.files)])
    seed.file(opportunity, name, inside);
  for (const message of messages) fileMessage(seed, opportunity, message);
}

function fileMessage(seed: Seed, opportunity: string, { channel, subject, body, copies, to }: WorldMessage): void {
  if (channel === 'note') seed.note(opportunity, body.text);
  else seed.unseen(opportunity, [...to, ...copies, subject, body.text].join('\n'));
}
