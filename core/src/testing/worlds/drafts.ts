import type { SpotKind } from '../../host.ts';
import { agent, ida, target } from './people.ts';
import type { Secret, WorldDossier, WorldFile, WorldMessage } from './world.ts';

/** One thing that happens in a help desk: a ticket, and what of it must go and what must stay. */
export interface Happening {
  readonly dossier: WorldDossier;
  readonly secrets: readonly Secret[];
  readonly keepsakes: readonly Secret[];
}

/** Number of a happening in its world, and which flavour of it is wanted: any whole number. */
export interface Occasion {
  readonly number: number;
  readonly flavour: number;
}

/** Writes one happening. */
export type Situation = (occasion: Occasion) => Happening;

/** A word that stands in one text of one happening and nowhere else. */
export function marker({ number }: Occasion, what: string): string {
  return `thimble-${number}-${what}`;
}

/** A secret, or a keepsake, that is the marker of one text. */
export function marked(occasion: Occasion, what: string, kind: SpotKind): Secret {
  return { label: `${kind} ${occasion.number} ${what}`, text: marker(occasion, what), in: [kind] };
}

/** A ticket of a bystander, opened on the web, with nothing in it; changed as the situation wants. */
export function ticket(occasion: Occasion, changes: Partial<WorldDossier>): WorldDossier {
  const { number, flavour } = occasion;
  return {
    key: `ticket-${number}`,
    state: flavour % 2 === 0 ? 'open' : 'closed',
    openedBy: ida.key,
    openedVia: 'web',
    title: `Question ${number}`,
    description: 'What are your opening hours?',
    fields: {},
    watchers: [],
    history: [],
    files: [],
    messages: [],
    tallies: { status: flavour % 2 === 0 ? 'open' : 'closed', company: 'Quill Stationery Ltd', month: '2026-03' },
    ...changes,
  };
}

/** A mail from the target to the agent; changed as the situation wants. */
export function mail(occasion: Occasion, changes: Partial<WorldMessage>): WorldMessage {
  const { number, flavour } = occasion;
  const message: WorldMessage = {
    key: `message-${number}`,
    at: `2026-03-${String((number % 28) + 1).padStart(2, '0')}T09:30:00Z`,
    channel: 'mail',
    direction: 'incoming',
    author: target.key,
    from: [target.addresses[0] ?? ''],
    to: agent.addresses,
    copies: [],
    attendees: [],
    subject: `Mail ${number}`,
    body: { form: 'plain', text: 'Hello.' },
    files: [],
    ...changes,
  };
  return flavour % 3 === 1 ? { ...message, body: inHtml(message.body) } : message;
}

/** A file with a marker inside and another one in its name. */
export function file(occasion: Occasion, what: string): WorldFile {
  return {
    key: `file-${occasion.number}-${what}`,
    name: `${marker(occasion, `${what}-name`)}.txt`,
    description: '',
    inside: `Scan: ${marker(occasion, `${what}-inside`)}`,
  };
}

/** What gives a file away. */
export function fileSecrets(occasion: Occasion, what: string): readonly Secret[] {
  return [`${what}-name`, `${what}-inside`].map((part) => marked(occasion, part, 'attachment'));
}

function inHtml({ form, text }: WorldMessage['body']): WorldMessage['body'] {
  if (form === 'html') return { form, text };
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return { form: 'html', text: `<p class="mail">${escaped}</p>` };
}
