import type { Channel, PersonKind, SpotKind } from '../../host.ts';

/** How things come in in an invented world: nobody writes feedback on anybody there. */
export type WorldChannel = Exclude<Channel, 'feedback'>;

/**
 * An invented help desk as plain data: who is in it, what they wrote, what must be gone afterwards and what must stay.
 * A testbed puts it into a host as far as that host can hold it. Keys name things inside the world; hosts mint their own ids.
 */
export interface World {
  /** Who is to be anonymized. */
  readonly target: WorldPerson;
  /** Everybody else: bystanders, a namesake, a shared mailbox, agents, administrators. */
  readonly others: readonly WorldPerson[];
  readonly dossiers: readonly WorldDossier[];
  /** What must not be found anywhere once the target is anonymized. */
  readonly secrets: readonly Secret[];
  /** What must still be there: texts of others, texts the rules keep, companies. */
  readonly keepsakes: readonly Secret[];
}

/** A text that stands in few places and nowhere by chance. */
export interface Secret {
  /** Names it in failures, as the text itself must not be printed: `mail-in body`. */
  readonly label: string;
  readonly text: string;
  /** The kinds of spots it stands in. */
  readonly in: readonly SpotKind[];
}

/** An account, and what its sheet holds. */
export interface WorldPerson {
  readonly key: string;
  readonly kind: PersonKind;
  readonly name: string;
  readonly login: string;
  /** The first one is the main one. */
  readonly addresses: readonly string[];
  readonly phones: readonly string[];
  readonly company: string;
  readonly active: boolean;
  /** Custom fields by their label. */
  readonly fields: Readonly<Record<string, string>>;
  /** What the sheet held before. */
  readonly history: readonly WorldChange[];
  /** Name of the picture's file. */
  readonly photo?: string;
}

/** An entry of a change log: the old text of something. */
export interface WorldChange {
  readonly about: SpotKind;
  readonly old: string;
}

/** A ticket with all that is filed under it. */
export interface WorldDossier {
  readonly key: string;
  readonly state: 'open' | 'closed';
  /** Key of a person. */
  readonly openedBy: string;
  readonly openedVia: WorldChannel;
  readonly title: string;
  readonly description: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Keys of people who get a mail when it changes. */
  readonly watchers: readonly string[];
  readonly history: readonly WorldChange[];
  readonly files: readonly WorldFile[];
  readonly messages: readonly WorldMessage[];
  /** What reports count. */
  readonly tallies: Readonly<Record<string, string>>;
}

/** A mail, comment or note. Lists hold addresses as mails write them: `Name <address>`, or the address alone. */
export interface WorldMessage {
  readonly key: string;
  /** ISO 8601. */
  readonly at: string;
  readonly channel: WorldChannel;
  readonly direction: 'incoming' | 'outgoing' | 'internal';
  /** Key of a person, or `system`. */
  readonly author: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly copies: readonly string[];
  readonly attendees: readonly string[];
  readonly subject: string;
  readonly body: { readonly form: 'plain' | 'html'; readonly text: string };
  readonly files: readonly WorldFile[];
}

/** A file attached to a ticket or to a message. */
export interface WorldFile {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  /** What is inside, as text. */
  readonly inside: string;
}

/** Everybody in a world, the target first. */
export function peopleOf(world: World): readonly WorldPerson[] {
  return [world.target, ...world.others];
}
