import type { Cannot, Content, PersonId, Spot, SpotKind, TextContent } from '@lethe/core';
import { z } from 'zod';
import { openingMessage, participantsOn } from './message.ts';
import { textsOn } from './issue-view.ts';
import type { IssueView, Part } from './issue-view.ts';
import { issueParts, spotAt } from './place.ts';
import type { Place } from './place.ts';
import { formAnswers, ratingComment } from './restrictions.ts';
import { dossierOf } from './dossier.ts';
import { peopleSchema, ratingSchema } from './schema.ts';
import type { Account } from './schema.ts';

/** What of an issue itself, without comments, files and history, is a spot. */
export function issueSpots(view: IssueView): readonly Spot[] {
  const dossier = dossierOf(view.issue, view);
  const parts = [...textParts(view), ...peopleParts(view), ...watchParts(view), ...hiddenParts(view)];
  return [...parts.map((part) => ({ ...part, of: dossier })), ...copySpots(view)];
}

interface Named {
  readonly place: Place;
  readonly kind: SpotKind;
  readonly name: string;
}

function partOf(view: IssueView, { place, kind, name }: Named, content: Content): Part {
  return { id: spotAt(place), kind, label: `${name} of issue ${view.issue.key}`, content };
}

/** The part, with why it cannot be changed, where it cannot. */
function within(barred: Cannot | undefined, part: Part): Part {
  return barred === undefined ? part : { ...part, ability: barred };
}

const ownTexts: Readonly<Record<string, SpotKind>> = {
  summary: 'dossier.title',
  description: 'dossier.description',
  environment: 'dossier.field',
};

/** Fields with something to read in them. Those a mail app fills with who was in copy go with the mail. */
function textParts(view: IssueView): readonly Part[] {
  const { keep, clear } = view.options.fields;
  return [...textsOn(view)].flatMap(([field, text]): readonly Part[] => {
    const kind = ownTexts[field] ?? 'dossier.field';
    return keep.includes(field) || clear.includes(field) ? [] : [textPart(view, { field, kind }, text)];
  });
}

function copySpots(view: IssueView): readonly Spot[] {
  const of = openingMessage(view);
  const copies = [...textsOn(view)].filter(([field]) => view.options.fields.clear.includes(field));
  return copies.map(([field, text]) => ({ ...textPart(view, { field, kind: 'message.copies' }, text), of }));
}

interface Cell {
  readonly field: string;
  readonly kind: SpotKind;
}

function textPart(view: IssueView, { field, kind }: Cell, text: TextContent): Part {
  const issue = view.issue.id;
  const place: Place = isIssuePart(field) ? { is: field, issue } : { is: 'field', issue, field };
  return within(view.barred.issue, partOf(view, { place, kind, name: nameOf(field) }, text));
}

function isIssuePart(field: string): field is (typeof issueParts)[number] {
  return issueParts.some((part) => part === field);
}

function nameOf(field: string): string {
  return field.replace('customfield_', 'field ');
}

/** A person's place in the participants, and in fields that name people. */
function peopleParts(view: IssueView): readonly Part[] {
  const { issue, catalog, options } = view;
  const pickers = [...catalog.pickers.keys()].filter((field) => !options.fields.keep.includes(field));
  return [
    ...placesIn(view, participantsOn(view), (person) => ({ is: 'participants', issue: issue.id, person })),
    ...pickers.flatMap((field) => {
      const people = peopleSchema.safeParse(issue.fields[field]).data ?? [];
      return placesIn(view, people, (person) => ({ is: 'picker', issue: issue.id, field, person }));
    }),
  ];
}

type PlaceOf = (person: PersonId) => Place;

function placesIn(view: IssueView, people: readonly Account[], place: PlaceOf): readonly Part[] {
  return people
    .map(({ accountId }) => view.accounts.idOf(accountId))
    .filter((person) => view.wanted(person))
    .map((person) => within(view.barred.issue, personPart(view, place(person))));
}

function watchParts(view: IssueView): readonly Part[] {
  const { watchers, barred, issue } = view;
  return watchers.map((person) => within(barred.watchers, personPart(view, { is: 'watch', issue: issue.id, person })));
}

function personPart(view: IssueView, place: Place): Part {
  const named = { place, kind: 'dossier.people', name: listNameOf(place) } as const;
  const holder = 'person' in place ? { holder: place.person } : {};
  return { ...partOf(view, named, { form: 'access', open: true }), ...holder };
}

function listNameOf(place: Place): string {
  if (place.is === 'picker') return `place in ${nameOf(place.field)}`;
  return place.is === 'watch' ? 'watch' : 'place in the participants';
}

const formsSchema = z.object({ forms: z.array(z.unknown()).min(1) });

/** What Jira has beside an issue and does not show. */
function hiddenParts(view: IssueView): readonly Part[] {
  const { issue, catalog } = view;
  const { satisfaction } = catalog;
  const isRated = satisfaction !== undefined && ratingSchema.safeParse(issue.fields[satisfaction]).data != null;
  const hasForms = formsSchema.safeParse(issue.properties['proforma.forms']).success;
  const hidden = (place: Place, name: string, ability: Cannot): Part => ({
    ...partOf(view, { place, kind: 'dossier.field', name }, { form: 'hidden' }),
    ability,
  });
  return [
    ...(isRated ? [hidden({ is: 'csat', issue: issue.id }, 'comment on the satisfaction rating', ratingComment)] : []),
    ...(hasForms ? [hidden({ is: 'forms', issue: issue.id }, 'forms', formAnswers)] : []),
  ];
}
