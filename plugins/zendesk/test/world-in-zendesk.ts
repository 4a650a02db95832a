import type { World, WorldDossier, WorldMessage, WorldPerson } from '@lethe/core/testing';
import { peopleOf } from '@lethe/core/testing';
import { htmlOf } from './fake/comment-text.ts';
import type { NewComment, NewVia, Seed } from './fake/seed.ts';

/** Numbers of the people of a world. */
export type Accounts = ReadonlyMap<string, number>;

/**
 * Puts a world into Zendesk as far as Zendesk can hold it. A ticket's description is its first comment, mails have no subject of
 * their own, there are no attendees and no past of accounts. People in copy are users: of the others only the mail itself tells.
 * What was chatted stands in the audits. Nothing is written by nobody: what the host itself mailed is a notification in the audit.
 */
export function fillWith(seed: Seed, world: World): Accounts {
  const accounts = new Map(peopleOf(world).map((person) => [person.key, accountFor(seed, person)]));
  for (const dossier of world.dossiers) new Filing(seed, world, accounts).file(dossier);
  return accounts;
}

function accountFor(seed: Seed, person: WorldPerson): number {
  const role = person.kind === 'agent' ? 'agent' : person.kind === 'administrator' ? 'admin' : 'end-user';
  const emails = person.addresses.length > 0 ? person.addresses : [`${person.key}@helpdesk.test`];
  const fields = Object.fromEntries(
    Object.entries(person.fields).map(([label, value]) => [label.toLowerCase().replaceAll(/\W+/g, '_'), value]),
  );
  const id = seed.user({
    ...{ name: person.name, emails, phones: person.phones, company: person.company, fields, role },
    others: [{ type: 'twitter', value: person.login }],
    suspended: !person.active,
    ...(person.photo === undefined ? {} : { picture: person.photo }),
  });
  if (person.active) seed.session(id);
  return id;
}

/** How each channel goes by in Zendesk. */
const channels = {
  mail: 'email',
  web: 'web',
  chat: 'chat',
  phone: 'voice',
  api: 'api',
  note: 'web',
  unknown: 'email',
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
    const { title, state, fields, openedVia, description } = dossier;
    const opener = this.#openerOf(dossier);
    const by = this.#account(opener);
    const asking = this.#person(opener);
    const via: NewVia =
      openedVia === 'mail' ? mailVia(asking, 'support@helpdesk.test') : { channel: channels[openedVia] };
    const opening = { by, text: description, via, files: dossier.files.map(({ name, inside }) => ({ name, inside })) };
    const people = this.#peopleOn(dossier);
    const created_at = `${dossier.tallies.month ?? '2026-03'}-01T08:00:00Z`;
    const ticket = this.#seed.ticket({
      ...{ by, subject: title, status: state === 'closed' ? 'closed' : 'open', fields, via, created_at },
      ...{ email_cc_ids: people.copied, follower_ids: people.followers },
      comments: [opening],
    });
    for (const { about, old } of dossier.history) {
      if (about === 'dossier.title')
        this.#seed.changed(ticket, {
          by: this.#account('agent'),
          field_name: 'subject',
          previous_value: old,
          value: title,
        });
    }
    for (const message of dossier.messages) this.#fileMessage(ticket, message);
  }

  #fileMessage(ticket: number, message: WorldMessage): void {
    if (message.author === 'system') {
      const told = message.to.flatMap((entry) => this.#named(entry) ?? []).map((key) => this.#account(key));
      const { subject, body } = message;
      const event = {
        type: 'Notification',
        subject,
        body: body.text,
        recipients: told,
        via: { channel: 'rule', source: { from: {}, to: {}, rel: 'trigger' } },
      };
      this.#seed.audited(ticket, this.#account('agent'), [event]);
      return;
    }
    const by = this.#account(message.author);
    if (message.channel === 'chat') {
      const files = message.files.map(({ name, inside }) => ({ by, name, inside }));
      this.#seed.chat(ticket, by, { lines: [{ by, text: message.body.text }, ...files] });
      return;
    }
    const html = message.body.form === 'html' ? wrapped(message.body.text) : htmlOf(message.body.text);
    const files = message.files.map(({ name, inside }) => ({ name, inside }));
    const comment: NewComment = {
      by,
      html,
      files,
      at: message.at,
      via: this.#viaOf(message),
      public: message.direction !== 'internal',
    };
    this.#seed.comment(ticket, comment);
  }

  #viaOf({ channel, direction, from, to, copies, attendees }: WorldMessage): NewVia {
    if (channel !== 'mail' || direction === 'internal') return { channel: channels[channel] };
    const first = (entries: readonly string[]): Readonly<Record<string, unknown>> => {
      const [entry = ''] = entries;
      const key = this.#named(entry);
      return { address: addressIn(entry), name: key === undefined ? addressIn(entry) : this.#person(key).name };
    };
    const email_ccs = [...copies, ...attendees].map((entry) => {
      const key = this.#named(entry);
      return key === undefined ? addressIn(entry) : this.#account(key);
    });
    const original_recipients = [...to, ...copies].map(addressIn);
    return { channel: 'email', from: { ...first(from), original_recipients }, to: { ...first(to), email_ccs } };
  }

  /** A mail to the target is one of the host's only on a ticket of theirs. */
  #openerOf({ openedBy, messages }: WorldDossier): string {
    const { target } = this.#world;
    const isToTarget = messages.some(
      ({ author, direction, to }) =>
        author !== 'system' && direction === 'outgoing' && to.some((entry) => this.#named(entry) === target.key),
    );
    return isToTarget ? target.key : openedBy;
  }

  /** Followers are team members; everybody else is in copy. */
  #peopleOn({ watchers, messages }: WorldDossier): {
    readonly copied: readonly number[];
    readonly followers: readonly number[];
  } {
    const named = messages
      .flatMap(({ copies, attendees }) => [...copies, ...attendees])
      .flatMap((entry) => this.#named(entry) ?? []);
    const keys = [...new Set([...watchers, ...named])];
    const isTeam = (key: string): boolean => ['agent', 'administrator'].includes(this.#person(key).kind);
    return {
      copied: keys.filter((key) => !isTeam(key)).map((key) => this.#account(key)),
      followers: keys.filter(isTeam).map((key) => this.#account(key)),
    };
  }

  /** The key of whose address an entry of a mail is. */
  #named(entry: string): string | undefined {
    const address = addressIn(entry).toLowerCase();
    return peopleOf(this.#world).find(({ addresses }) => addresses.some((one) => one.toLowerCase() === address))?.key;
  }

  #person(key: string): WorldPerson {
    const person = peopleOf(this.#world).find((one) => one.key === key);
    if (person === undefined) throw new RangeError(`nobody in this world is called ${key}`);
    return person;
  }

  #account(key: string): number {
    const account = this.#accounts.get(key);
    if (account === undefined) throw new RangeError(`nobody in this world is called ${key}`);
    return account;
  }
}

function mailVia({ name, addresses }: WorldPerson, address: string): NewVia {
  return {
    channel: 'email',
    from: { address: addresses[0] ?? '', name, original_recipients: [address] },
    to: { address, name: 'Support', email_ccs: [] },
  };
}

function addressIn(entry: string): string {
  return /<([^>]*)>/.exec(entry)?.[1] ?? entry;
}

function wrapped(html: string): string {
  return `<div class="zd-comment" dir="auto">${html}</div>`;
}
