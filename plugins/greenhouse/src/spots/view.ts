import type { Ability, Channel, Content, Dossier, Message, Person, Personal, Spot, SpotKind } from '@lethe/core';
import { leftOut, taken } from '../abilities.ts';
import { dossierOf, labelOf } from '../dossier.ts';
import type { Field } from '../fields/field.ts';
import { fieldsOfPreset } from '../fields/presets.ts';
import type { Harvest } from '../harvest.ts';
import { dossierIdOf, messageIdOf, userIdOf } from '../ids.ts';
import type { GreenhouseOptions } from '../options.ts';
import { numbered, personOf } from '../person.ts';
import { spotAt } from '../place.ts';
import type { SpotPart } from '../place.ts';
import type { Application, CandidateRecord } from '../record.ts';

/** A candidate as it was read, and what of it is to be anonymized. */
export interface View {
  readonly id: string;
  readonly record: CandidateRecord;
  readonly person: Person;
  /** By the application's number. */
  readonly dossiers: ReadonlyMap<string, Dossier>;
  readonly fields: ReadonlySet<Field>;
  readonly options: GreenhouseOptions;
  readonly harvest: Pick<Harvest, 'showsInFeed' | 'removesAttachments'>;
}

/** What a view is made with. */
export interface Viewing {
  readonly harvest: Harvest;
  readonly options: GreenhouseOptions;
  readonly now: Date;
}

/** A candidate as it was read. */
export function viewOf(id: string, record: CandidateRecord, { harvest, options, now }: Viewing): View {
  const fields = fieldsOfPreset(options.preset);
  const person = record.candidate === undefined ? numbered(id) : personOf(record.candidate);
  const dossiers = new Map(record.applications.map((one) => [one.id, dossierOf(one, { record, now, fields })]));
  return { id, record, person, dossiers, fields, options, harvest };
}

/** What is different from spot to spot of one field. */
export interface Cell {
  readonly field: Field;
  readonly content: Content;
  readonly kind?: SpotKind;
  readonly application?: Application;
  /** Whose part of the activity feed it is; then rules for notes and feedback count. */
  readonly channel?: Channel;
}

/**
 * The spot of one field: all that goes with it, of the candidate or of one application. What the preset takes is the candidate's own
 * line; what it leaves is looked through for the candidate as everybody's text is.
 */
export function fieldSpot(view: View, { field, content, kind, application, channel }: Cell): Spot {
  const { id, person, fields, options } = view;
  const dossier = application === undefined ? undefined : view.dossiers.get(application.id);
  const base = {
    id: spotAt({ candidate: id, part: field, ...(application === undefined ? {} : { application: application.id }) }),
    label: `${wordsOf(field)} of ${application === undefined ? `candidate ${id}` : labelOf(application)}`,
    content,
  };
  if (!fields.has(field)) {
    const of = dossier ?? view.dossiers.values().next().value ?? person;
    return { ...base, kind: 'dossier.field', of, ability: leftOut(field, options.preset) };
  }
  const message = channel === undefined ? undefined : messageIn(view, { part: field, which: id, channel });
  const usual = application === undefined && message === undefined ? 'person.field' : 'dossier.field';
  const ability = taken(field, content.form !== 'hidden');
  return { ...base, kind: kind ?? usual, of: message ?? dossier ?? person, holder: person.id, ability };
}

/** A spot that no field covers. */
export interface Beside {
  readonly part: SpotPart;
  readonly which?: string;
  readonly application?: string;
  readonly kind: SpotKind;
  readonly label: string;
  readonly content: Content;
  readonly of: Spot['of'];
  readonly ability: Ability;
  /** Whether it is the candidate's own line. */
  readonly own: boolean;
}

/** The spot of something that no field covers. */
export function besideSpot({ id, person }: View, { part, which, application, own, ...rest }: Beside): Spot {
  const place = { candidate: id, part, ...(which === undefined ? {} : { which }) };
  return {
    ...rest,
    id: spotAt({ ...place, ...(application === undefined || application === '' ? {} : { application }) }),
    ...(own ? { holder: person.id } : {}),
  };
}

interface Written {
  readonly part: string;
  readonly which: string;
  readonly channel: Channel;
  readonly application?: string;
  readonly user?: string;
  readonly at?: Date;
}

/** Something colleagues wrote about the candidate, or a part of the feed as a whole. */
export function messageIn(view: View, { part, which, channel, application, user = '', at }: Written): Message {
  const [first] = view.dossiers.keys();
  return {
    type: 'message',
    id: messageIdOf(part, which),
    dossier: dossierIdOf(application === undefined || application === '' ? (first ?? '0') : application),
    at: at ?? new Date(0),
    channel,
    direction: 'internal',
    author: user === '' ? 'unknown' : userIdOf(user),
    ...{ from: [], to: [], copies: [], attendees: [], recipients: [] },
    opensDossier: false,
    about: view.person.id,
  };
}

/** A field for people. */
export function wordsOf(field: string): string {
  return field.replaceAll('_', ' ');
}

/** A text as content. */
export function plain(text: Personal): Content {
  return { form: 'plain', text };
}

/** Several texts as content. */
export function list(items: readonly Personal[]): Content {
  return { form: 'list', items };
}

/** What nobody is shown. */
export const hidden: Content = { form: 'hidden' };
