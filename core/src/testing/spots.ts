import { finderFor } from '../finding/finder-for.ts';
import type { Finder } from '../finding/finder.ts';
import type { Content, Dossier, DossierId, HostProfile, Message, Person, Spot, SpotId, SpotKind } from '../host.ts';
import { Personal } from '../personal.ts';
import type { Deciding } from '../planning/decide.ts';
import { defaultRules } from '../rules/default-rules.ts';
import { endUser, personId } from './guard-facts.ts';
import { memoryProfile } from './memory/memory-profile.ts';
import { mint } from './mint.ts';

/** The person the spots below are about: Ada King, ada.king@lovelace.test. */
export const ada: Person = endUser();
/** Looks for Ada King. */
export const adaFinder: Finder = finderFor(ada.identifiers);
/** An account of somebody else. */
export const bystander = personId('person-8');
/** A host that can do everything. */
export const ableProfile: HostProfile = memoryProfile({});

/** The content of a text. */
export function plain(text: string): Content {
  return { form: 'plain', text: Personal.of(text) };
}

/** The content of a text in HTML. */
export function html(text: string): Content {
  return { form: 'html', text: Personal.of(text) };
}

/** The content of a list of entries. */
export function list(...items: readonly string[]): Content {
  return { form: 'list', items: personals(...items) };
}

/** The content of a file. */
export function file(name: string): Content {
  return { form: 'file', name: Personal.of(name) };
}

/** The content of an access. */
export function access(open: boolean): Content {
  return { form: 'access', open };
}

/** Content a host does not show. */
export const hidden: Content = { form: 'hidden' };

/** Texts as hosts give them. */
export function personals(...texts: readonly string[]): readonly Personal[] {
  return texts.map((text) => Personal.of(text));
}

/** A spot's id for a test. */
export function spotId(text: string): SpotId {
  return mint('spot', text);
}

/** A dossier's id for a test. */
export function dossierId(text: string): DossierId {
  return mint('dossier', text);
}

/** A bystander's dossier from the web, changed as the test wants. */
export function dossierOf(changes: Partial<Dossier> = {}): Dossier {
  return {
    type: 'dossier',
    id: dossierId('dossier-1'),
    label: 'issue 1',
    state: 'open',
    openedBy: bystander,
    openedVia: 'web',
    tallies: { status: 'open', company: 'Lovelace Ltd' },
    ...changes,
  };
}

/** A bystander's mail to nobody in particular, changed as the test wants. */
export function messageOf(changes: Partial<Message> = {}): Message {
  return {
    type: 'message',
    id: mint('message', 'message-1'),
    dossier: dossierId('dossier-1'),
    at: new Date('2026-03-02T10:00:00Z'),
    channel: 'mail',
    direction: 'incoming',
    author: bystander,
    from: [],
    to: [],
    copies: [],
    attendees: [],
    recipients: [],
    opensDossier: false,
    ...changes,
  };
}

/** A spot of a kind with what it holds; it is on the sheet its kind says unless the test gives another. */
export function spotOf(kind: SpotKind, content: Content, changes: Partial<Spot> = {}): Spot {
  return { id: spotId(`${kind}-1`), kind, label: `${kind} 1`, of: sheetFor(kind), content, ...changes };
}

function sheetFor(kind: SpotKind): Spot['of'] {
  if (kind.startsWith('person.')) return ada;
  return kind.startsWith('dossier.') ? dossierOf() : messageOf();
}

/** Everything decisions need, about Ada, by the default rules; changed as the test wants. */
export function decidingOf(changes: Partial<Deciding> = {}): Deciding {
  return {
    person: ada.id,
    finder: adaFinder,
    rules: defaultRules,
    profile: ableProfile,
    unique: () => '0123456789',
    ...changes,
  };
}
