import type { World, WorldDossier, WorldMessage, WorldPerson } from '@lethe/core/testing';
import { peopleOf } from '@lethe/core/testing';
import type { Detail } from './fake/redmine.ts';
import type { Seed } from './fake/seed.ts';

/** Numbers of the people of a world. */
export type Accounts = ReadonlyMap<string, number>;

/**
 * Puts a world into Redmine as far as Redmine can hold it. It keeps no pictures, no past of accounts, no subjects, no lists of
 * recipients and no mails of its own: a mail is a note, a mail to somebody is a public note on an issue they opened, people in
 * copy are watchers.
 */
export function fillWith(seed: Seed, world: World): Accounts {
  const accounts = new Map(peopleOf(world).map((person) => [person.key, accountFor(seed, person)]));
  for (const dossier of world.dossiers) new Filing(seed, world, accounts).file(dossier);
  return accounts;
}

function accountFor(seed: Seed, person: WorldPerson): number {
  const [first = '', ...rest] = person.name.split(' ');
  const [phone, mobile] = person.phones;
  return seed.user({
    login: person.login,
    firstname: first,
    lastname: rest.join(' ') || '-',
    addresses: person.addresses.length > 0 ? person.addresses : [`${person.key}@helpdesk.test`],
    role: person.kind === 'agent' ? 'Manager' : 'Reporter',
    admin: person.kind === 'administrator',
    status: person.active ? 1 : 3,
    lastLogin: '2026-01-04T08:00:00Z',
    fields: {
      Company: person.company,
      ...(phone === undefined ? {} : { Phone: phone }),
      ...(mobile === undefined ? {} : { Mobile: mobile }),
      ...person.fields,
    },
  });
}

/** Files the dossiers of one world. */
class Filing {
  readonly #seed: Seed;
  readonly #world: World;
  readonly #accounts: Accounts;

  constructor(seed: Seed, world: World, accounts: Accounts) {
    this.#seed = seed;
    this.#world = world;
    this.#accounts = accounts;
  }

  file(dossier: WorldDossier): void {
    const seed = this.#seed;
    const messages = dossier.messages.filter((message) => this.#isHeld(message));
    const opener = messages.some((message) => this.#isToTarget(message)) ? this.#world.target.key : dossier.openedBy;
    const by = this.#account(opener);
    const { title, description, state, fields } = dossier;
    const issue = seed.issue({ by, subject: title, description, closed: state === 'closed', fields });
    const copied = dossier.messages.some((message) => this.#names(message.copies)) ? [this.#world.target.key] : [];
    for (const watcher of [...dossier.watchers, ...copied]) seed.redmine.watch(this.#account(watcher), 'Issue', issue);
    for (const { key, name, description: about, inside } of dossier.files) {
      if (key !== '') seed.file({ on: 'Issue', id: issue, by, name, description: about, inside });
    }
    for (const { about, old } of dossier.history) {
      const details = detailsOf(about, old, { title, description });
      if (details.length > 0) seed.note(issue, this.#account('agent'), { details });
    }
    for (const message of messages) this.#fileMessage(issue, message);
  }

  #fileMessage(issue: number, { author, direction, body, files }: WorldMessage): void {
    const by = this.#account(author);
    const details = files.map(({ name, description, inside }): Detail => {
      const file = this.#seed.file({ on: 'Issue', id: issue, by, name, description, inside });
      return { property: 'attachment', prop_key: String(file), old_value: null, value: name };
    });
    this.#seed.note(issue, by, { notes: body.text, isPrivate: direction === 'internal', details });
  }

  /** Mails of the host itself are not kept, and mails that reached the target in copy only are nobody's to Redmine. */
  #isHeld(message: WorldMessage): boolean {
    if (message.author === 'system') return false;
    return message.author === this.#world.target.key || !this.#names([...message.copies, ...message.attendees]);
  }

  #isToTarget(message: WorldMessage): boolean {
    return message.direction === 'outgoing' && this.#names(message.to);
  }

  #names(entries: readonly string[]): boolean {
    const theirs = this.#world.target.addresses.map((address) => address.toLowerCase());
    return entries.some((entry) => theirs.some((address) => entry.toLowerCase().includes(address)));
  }

  #account(key: string): number {
    const account = this.#accounts.get(key);
    if (account === undefined) throw new RangeError(`nobody in this world is called ${key}`);
    return account;
  }
}

function detailsOf(
  about: string,
  old: string,
  now: { readonly title: string; readonly description: string },
): readonly Detail[] {
  if (about === 'dossier.title') return [{ property: 'attr', prop_key: 'subject', old_value: old, value: now.title }];
  if (about === 'dossier.description')
    return [{ property: 'attr', prop_key: 'description', old_value: old, value: now.description }];
  return [];
}
