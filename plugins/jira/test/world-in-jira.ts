import type { Channel } from '@lethe/core';
import type { World, WorldChange, WorldDossier, WorldFile, WorldMessage, WorldPerson } from '@lethe/core/testing';
import { peopleOf } from '@lethe/core/testing';
import type { Doc, Node } from './fake/adf.ts';
import { docOf } from './fake/adf.ts';
import { administrators, agents, siteAdministrators } from './fake/rights.ts';
import type { Seed } from './fake/seed.ts';

/** Account ids of the people of a world. */
export type Accounts = ReadonlyMap<string, string>;

/**
 * Puts a world into Jira as far as Jira can hold it. A customer has one address and no login: further addresses, phones and the login
 * are details of the profile. Mails have no subject of their own and no list of people in copy: those who have an account are
 * participants of the request. What the help desk itself wrote comes from an app. Pictures are kept elsewhere, under no name.
 */
export function fillWith(seed: Seed, world: World): Accounts {
  const accounts = new Map(peopleOf(world).map((person) => [person.key, accountFor(seed, person)]));
  const automation = seed.user({ name: 'Automation for Jira', accountType: 'app' });
  const authors = new Map([...accounts, ['system', automation]]);
  for (const dossier of world.dossiers) new Filing(seed, world, authors).file(dossier);
  return accounts;
}

/** How the details are called that a world's people have beside their own fields. */
export const worldDetails = { phone: 'Phone', address: 'Other address', login: 'Login' };

function accountFor(seed: Seed, person: WorldPerson): string {
  const { name, addresses, phones, login, fields, company, active, kind } = person;
  const [email = `${person.key}@helpdesk.test`, ...others] = addresses;
  if (kind === 'agent' || kind === 'administrator') {
    const groups = kind === 'agent' ? [agents] : [agents, administrators, siteAdministrators];
    return seed.user({ name, email, active, groups, accountType: 'atlassian' });
  }
  const beside = { [worldDetails.phone]: phones, [worldDetails.address]: others, [worldDetails.login]: [login] };
  const own = Object.entries(fields).map(([label, value]): [string, string[]] => [label, [value]]);
  const details = { ...beside, ...Object.fromEntries<readonly string[]>(own) };
  return seed.user({ name, email, active, details, organizations: [company] });
}

/** How each way in goes by in Jira; what nobody knows is not kept. */
const channels: Readonly<Record<Channel, string | undefined>> = {
  mail: 'email',
  web: 'portal',
  chat: 'chat',
  phone: 'jira',
  api: 'api',
  note: 'jira',
  feedback: 'jira',
  unknown: undefined,
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
    const { title, description, state, openedVia, openedBy, fields, tallies } = dossier;
    const reporter = this.#account(openedBy);
    const channel = channels[openedVia];
    const people = this.#peopleOn(dossier);
    const closed = { status: 'Resolved', statusCategory: 'done', resolution: 'Done' } as const;
    const issue = this.#seed.issue({
      ...{ summary: title, description, reporter, participants: people.participants, watchers: people.watchers },
      // Who rings up does not file the request.
      creator: openedVia === 'phone' ? this.#account('agent') : reporter,
      ...(channel === undefined ? {} : { channel }),
      ...(state === 'closed' ? closed : {}),
      ...(tallies.company === undefined ? {} : { organizations: [tallies.company] }),
      ...{ fields, created: stampOf(`${tallies.month ?? '2026-03'}-01T08:00:00Z`) },
    });
    for (const one of dossier.files) this.#fileOn(issue, openedBy, one);
    for (const change of dossier.history) this.#changed(issue, dossier, change);
    for (const message of dossier.messages) this.#say(issue, message);
  }

  #fileOn(issue: number, by: string, { name, inside }: WorldFile): void {
    this.#seed.attachment(issue, { by: this.#account(by), name, inside });
  }

  /** What a field said before an agent changed it. */
  #changed(issue: number, { title, description }: WorldDossier, { about, old }: WorldChange): void {
    const [field, now] = about === 'dossier.title' ? ['summary', title] : ['description', description];
    const items = [{ field, fieldId: field, fromString: old, toString: now }];
    this.#seed.history(issue, { by: this.#account('agent'), items });
  }

  #say(issue: number, { author, body, direction, at, files }: WorldMessage): void {
    for (const one of files) this.#fileOn(issue, author, one);
    this.#seed.comment(issue, {
      by: this.#account(author),
      body: withFiles(body.form === 'html' ? docOfHtml(body.text) : docOf(body.text), files),
      internal: direction === 'internal',
      created: stampOf(at),
    });
  }

  /** Team members watch; customers are participants, as is everybody a mail went to. */
  #peopleOn({
    openedBy,
    watchers,
    messages,
  }: WorldDossier): Readonly<Record<'participants' | 'watchers', readonly string[]>> {
    const named = messages.flatMap((message) => this.#namedIn(message)).filter((key) => key !== openedBy);
    const isTeam = (key: string): boolean => ['agent', 'administrator'].includes(this.#kindOf(key));
    const keys = [...new Set([...watchers, ...named])];
    return {
      participants: keys.filter((key) => !isTeam(key)).map((key) => this.#account(key)),
      watchers: keys.filter(isTeam).map((key) => this.#account(key)),
    };
  }

  /** Keys of whom a mail names in its lists; people without an account are in no list of Jira’s. What came in went to the desk. */
  #namedIn({ to, copies, attendees, direction, author }: WorldMessage): readonly string[] {
    const entries = [...(direction === 'outgoing' && author !== 'system' ? to : []), ...copies, ...attendees];
    const addresses = entries.map((entry) => (/<([^>]*)>/.exec(entry)?.[1] ?? entry).toLowerCase());
    const people = peopleOf(this.#world);
    return addresses.flatMap(
      (address) => people.find((one) => one.addresses.some((other) => other.toLowerCase() === address))?.key ?? [],
    );
  }

  #kindOf(key: string): string {
    return peopleOf(this.#world).find((one) => one.key === key)?.kind ?? 'unknown';
  }

  #account(key: string): string {
    const account = this.#accounts.get(key);
    if (account === undefined) throw new RangeError(`nobody in this world is called ${key}`);
    return account;
  }
}

/** Jira shows files of a comment in it, under their names. */
function withFiles(doc: Doc, files: readonly WorldFile[]): Doc {
  const media = files.map(({ name, key }): Node => ({
    type: 'media',
    attrs: { type: 'file', id: key, collection: '', alt: name },
  }));
  return media.length === 0 ? doc : { ...doc, content: [...doc.content, { type: 'mediaGroup', content: media }] };
}

/** A mail in HTML as Jira keeps it: a paragraph, in it each address a link. */
function docOfHtml(html: string): Doc {
  const text = unescaped(html.replaceAll(/<[^>]*>/g, ''));
  const parts = text.split(/([\w.+-]+@[\w.-]+\w)/).filter((part) => part !== '');
  const content = parts.map((part): Node =>
    part.includes('@') && /^[^\s<>:]+$/.test(part) ? linkTo(part) : { type: 'text', text: part },
  );
  return { type: 'doc', version: 1, content: [{ type: 'paragraph', content }] };
}

function linkTo(address: string): Node {
  return { type: 'text', text: address, marks: [{ type: 'link', attrs: { href: `mailto:${address}` } }] };
}

function unescaped(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function stampOf(time: string): string {
  return new Date(time).toISOString().replace('Z', '+0000');
}
