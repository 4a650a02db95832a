import { peopleOf } from '@lethe/core/testing';
import type { World, WorldDossier, WorldPerson } from '@lethe/core/testing';
import type { Seed } from './fake/seed.ts';

/** Ashby's ids of the people of a world. */
export type Candidates = ReadonlyMap<string, string>;

/**
 * Puts a world into Ashby as far as Ashby can hold it. Who works there is a user, everybody else a candidate. A ticket is an archived
 * application of whoever opened it: its fields and its title are fields of the application, its description was entered when applying.
 * Mails and what was there before no call shows.
 */
export function fillWith(seed: Seed, world: World): Candidates {
  const candidates = new Map(
    peopleOf(world)
      .filter(({ kind }) => kind !== 'agent' && kind !== 'administrator')
      .map((person) => [person.key, candidateFor(seed, person, world.dossiers)]),
  );
  for (const dossier of world.dossiers) file(seed, candidates, dossier);
  return candidates;
}

function candidateFor(seed: Seed, person: WorldPerson, dossiers: readonly WorldDossier[]): string {
  const { key, name, addresses, phones, fields, login, company } = person;
  const own = dossiers.filter(({ openedBy }) => openedBy === key);
  const files = own.flatMap((one) => [...one.files, ...one.messages.flatMap((message) => message.files)]);
  return seed.candidate({
    ...{ name, phones, company, fields, city: 'Tallinn' },
    emails: addresses.length > 0 ? addresses : [`${key}@nobody.test`],
    socialLinks: [{ type: 'Website', url: `https://people.test/${login}` }],
    tags: ['Backend', 'Remote'],
    fileHandles: files.map((one) => seed.file(one.name)),
  });
}

function file(seed: Seed, candidates: Candidates, dossier: WorldDossier): void {
  const { openedBy, openedVia, title, description, fields, tallies, history, messages } = dossier;
  const candidate = candidates.get(openedBy) ?? '';
  const createdAt = `${tallies['month'] ?? '2026-03'}-01T08:00:00.000Z`;
  const application = seed.application(candidate, {
    ...{ createdAt, stage: tallies['status'] ?? 'open', source: tallies['company'] ?? 'Job board' },
    ...{ isApplied: openedVia !== 'phone', submitterClientIp: '192.0.2.7' },
    ...{ fields: { Reference: title, ...fields }, answers: [description] },
  });
  seed.client(candidate, application, '192.0.2.7');
  for (const { old } of history) seed.unseen(candidate, old);
  for (const { channel, subject, body, copies, to } of messages)
    if (channel === 'note') seed.note(candidate, body.text);
    else seed.unseen(candidate, [...to, ...copies, subject, body.text].join('\n'));
}
