import type { Ability, Content, Dossier, Message, Personal, PersonId, Spot, SpotKind } from '@lethe/core';
import { fileElsewhere } from './abilities.ts';
import { messageIdOf, personIdOf } from '../ids.ts';
import type { Owner } from '../place.ts';
import { spotAt } from '../place.ts';
import type { Attachment } from '../schema.ts';

/** What something is filed under, and under which name its spots go. */
export interface Filed {
  readonly owner: Owner;
  readonly key: number | string;
  readonly dossier: Dossier;
  /** The restriction of a closed project. */
  readonly restriction: Ability | undefined;
}

/** One text of a thing. */
export interface Part {
  readonly part: string;
  readonly kind: SpotKind;
  readonly label: string;
  readonly text: Personal;
  readonly about?: SpotKind;
  readonly ability?: Ability;
}

/** A text as a spot of its dossier. */
export function textSpot(filed: Filed, part: Part): Spot {
  return { ...spotOf(filed, part), of: filed.dossier, ...(part.about === undefined ? {} : { about: part.about }) };
}

/** A text somebody wrote, as a message. */
export function messageSpot(filed: Filed, part: Part, sent: Sent): Spot {
  return { ...spotOf(filed, part), of: writing(filed, part.part, sent) };
}

/** A file somebody added. */
export function fileOf(filed: Filed, file: Attachment): Spot {
  const part = `file:${file.id}`;
  const content: Content = { form: 'file', name: file.filename, description: file.description };
  const sent = { by: accountOf(file.author), at: file.created_on };
  return {
    id: spotAt(filed.owner, filed.key, part),
    kind: 'attachment',
    label: `file ${file.id} of ${filed.dossier.label}`,
    of: writing(filed, part, sent),
    content,
    ...abilityOf(filed, fileElsewhere),
  };
}

function spotOf(filed: Filed, { part, kind, label, text, ability }: Part): Omit<Spot, 'of'> {
  return {
    id: spotAt(filed.owner, filed.key, part),
    kind,
    label: `${label} of ${filed.dossier.label}`,
    content: { form: 'plain', text },
    ...abilityOf(filed, ability),
  };
}

function abilityOf({ restriction }: Filed, own: Ability | undefined): Pick<Spot, 'ability'> {
  if (own?.can === 'nothing') return { ability: own };
  const ability = restriction ?? own;
  return ability === undefined ? {} : { ability };
}

/** When something was written, and by whom. */
export interface Sent {
  readonly by: PersonId | 'unknown';
  readonly at: Date;
  /** Whether only colleagues see it. */
  readonly internal?: boolean;
}

/** What is written on web pages reaches nobody in particular. */
function writing({ owner, key, dossier }: Filed, part: string, { by, at, internal = false }: Sent): Message {
  return {
    type: 'message',
    id: messageIdOf(`${owner}.${key}`, part),
    dossier: dossier.id,
    at,
    channel: internal ? 'note' : 'web',
    direction: internal ? 'internal' : 'incoming',
    author: by,
    from: [],
    to: [],
    copies: [],
    attendees: [],
    recipients: [],
    opensDossier: false,
  };
}

/** Who it is, if Redmine says so. */
export function accountOf(reference: { readonly id: number } | undefined): PersonId | 'unknown' {
  return reference === undefined ? 'unknown' : personIdOf(reference.id);
}

/** A thing that is no issue: written on a web page, always open, counted by its project. */
export function placeDossier(
  id: Dossier['id'],
  label: string,
  facts: { readonly openedBy: Dossier['openedBy']; readonly project: string },
): Dossier {
  return {
    type: 'dossier',
    id,
    label,
    state: 'open',
    openedBy: facts.openedBy,
    openedVia: 'web',
    tallies: { project: facts.project },
  };
}
