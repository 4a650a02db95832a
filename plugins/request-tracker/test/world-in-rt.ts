import type { SpotKind } from '@lethe/core';
import type { World, WorldDossier, WorldFile, WorldMessage, WorldPerson } from '@lethe/core/testing';
import { peopleOf } from '@lethe/core/testing';
import { agentMail, incomingMail, openingMail, sentMail } from './mails.ts';
import type { Seed } from './fake/seed.ts';
import { fixed } from './fake/tracker.ts';

/** Numbers of the people of a world. */
export type Accounts = ReadonlyMap<string, number>;

/**
 * Puts a world into Request Tracker as far as it can hold it. It keeps one address of an account, no pictures, and no description
 * beside the first message. What was told by telephone a colleague wrote down; a chat left no mark of where it came from.
 */
export function fillWith(seed: Seed, world: World): Accounts {
  const accounts = new Map(peopleOf(world).map((person) => [person.key, accountFor(seed, person)]));
  for (const dossier of world.dossiers) new Filing(seed, world, accounts).file(dossier);
  return accounts;
}

/** What an account held before, by column. */
const columnOf: Partial<Record<SpotKind, string>> = {
  'person.phone': 'WorkPhone',
  'person.email': 'EmailAddress',
  'person.name': 'RealName',
};

function accountFor(seed: Seed, person: WorldPerson): number {
  const [EmailAddress = null] = person.addresses;
  const [WorkPhone = '', MobilePhone = ''] = person.phones;
  const user = seed.user({
    Name: person.login,
    RealName: person.name,
    ...(EmailAddress === null ? {} : { EmailAddress }),
    privileged: person.kind === 'agent',
    superUser: person.kind === 'administrator',
    disabled: !person.active,
    columns: { WorkPhone, MobilePhone, Organization: person.company },
    fields: person.fields,
  });
  for (const { about, old } of person.history) {
    const Field = columnOf[about];
    if (Field === undefined) continue;
    const NewValue = seed.tracker.rows.get('Users', user)[Field] ?? null;
    seed.tracker.transaction({ type: 'RT::User', id: user }, user, { Type: 'Set', Field, OldValue: old, NewValue });
  }
  return user;
}

/** How RT notes what came in; a chat and what was imported come without a note. */
const interfaces: Readonly<Record<string, string>> = {
  mail: 'Email',
  web: 'Web',
  phone: 'Web',
  note: 'Web',
  api: 'REST2',
};

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
    const { title, description, openedVia, state, fields, history } = dossier;
    const opener = this.#account(dossier.openedBy);
    const by = openedVia === 'phone' ? this.#account('agent') : opener;
    const from = this.#addressOf(dossier.openedBy);
    const noted = interfaces[openedVia];
    const ticket = this.#seed.ticket({
      ...{ by, Subject: title, Status: state === 'closed' ? 'resolved' : 'open', fields },
      requestors: [opener],
      cc: dossier.watchers.map((key) => this.#account(key)).filter((user) => user !== opener),
      opening: openingMail({ from, subject: title, noted, text: description, files: filesOf(dossier.files) }),
    });
    for (const { about, old } of history) {
      const values = { Type: 'Set', Field: 'Subject', OldValue: old, NewValue: title };
      if (about === 'dossier.title') this.#seed.tracker.transaction(on(ticket), this.#account('agent'), values);
    }
    for (const message of dossier.messages) this.#fileMessage(ticket, dossier, message);
  }

  #fileMessage(ticket: number, dossier: WorldDossier, message: WorldMessage): void {
    const { author, direction, body, channel } = message;
    const mail = {
      ...{ subject: message.subject, form: body.form, text: body.text, noted: interfaces[channel] },
      ...{ from: this.#own(message.from), to: this.#own(message.to), copies: this.#own(message.copies) },
      files: filesOf(message.files),
    };
    if (author === 'system') {
      this.#seed.message(ticket, { by: fixed.system, Type: 'EmailRecord', Data: sentId(ticket), mail: sentMail(mail) });
      return;
    }
    const by = this.#account(author);
    if (direction === 'internal')
      this.#seed.message(ticket, { by, Type: 'Comment', mail: agentMail({ ...mail, copies: [] }) });
    else if (direction === 'incoming') this.#seed.message(ticket, { by, Type: 'Correspond', mail: incomingMail(mail) });
    else
      this.#answer(ticket, {
        ...mail,
        by,
        asked: this.#addressOf(dossier.openedBy),
        more: this.#own(message.attendees),
      });
  }

  /** A colleague's answer goes to the requestor; whoever else gets it stands in its copies. RT keeps each mail it sends. */
  #answer(
    ticket: number,
    {
      by,
      asked,
      more,
      ...mail
    }: Parameters<typeof agentMail>[0] & {
      readonly by: number;
      readonly asked: string;
      readonly more: readonly string[];
    },
  ): void {
    const others = [...mail.to, ...mail.copies, ...more].filter((one) => one.toLowerCase() !== asked.toLowerCase());
    this.#seed.message(ticket, { by, Type: 'Correspond', mail: agentMail({ ...mail, noted: 'Web', copies: others }) });
    const sent = { by: fixed.system, Type: 'EmailRecord', Data: sentId(ticket) };
    this.#seed.message(ticket, { ...sent, mail: sentMail({ ...mail, to: [asked], copies: [], files: [] }) });
    if (others.length > 0)
      this.#seed.message(ticket, { ...sent, mail: sentMail({ ...mail, to: [], copies: others, files: [] }) });
  }

  /** RT knows one address of an account: mails to another one of the target would be nobody's. */
  #own(entries: readonly string[]): readonly string[] {
    const [first = '', ...others] = this.#world.target.addresses;
    return entries.map((entry) =>
      others.reduce(
        (text, other) => text.replaceAll(other, first).replaceAll(other.toUpperCase(), first.toUpperCase()),
        entry,
      ),
    );
  }

  #addressOf(key: string): string {
    return peopleOf(this.#world).find((person) => person.key === key)?.addresses[0] ?? `${key}@helpdesk.test`;
  }

  #account(key: string): number {
    const account = this.#accounts.get(key);
    if (account === undefined) throw new RangeError(`nobody in this world is called ${key}`);
    return account;
  }
}

function on(ticket: number): { readonly type: string; readonly id: number } {
  return { type: 'RT::Ticket', id: ticket };
}

function sentId(ticket: number): string {
  return `<rt-5.0.3-1-2-3.${String(ticket)}-7-0@helpdesk.test>`;
}

function filesOf(files: readonly WorldFile[]): readonly { readonly name: string; readonly inside: string }[] {
  return files.map(({ name, inside }) => ({ name, inside }));
}
