import type { Cannot, Content, PersonId, Spot, SpotKind, TextContent } from '@lethe/core';
import { z } from 'zod';
import { richText } from './adf.ts';
import { openingMessage, participantsOn } from './message.ts';
import type { IssueView, Part } from './issue-view.ts';
import { spotAt } from './place.ts';
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

function textParts(view: IssueView): readonly Part[] {
  const { id, fields } = view.issue;
  const own: readonly (readonly [Named, TextContent])[] = [
    [
      { place: { is: 'summary', issue: id }, kind: 'dossier.title', name: 'summary' },
      { form: 'plain', text: fields.summary },
    ],
    [{ place: { is: 'description', issue: id }, kind: 'dossier.description', name: 'description' }, fields.description],
    [{ place: { is: 'environment', issue: id }, kind: 'dossier.field', name: 'environment' }, fields.environment],
  ];
  const custom = textFields(view).filter(([field]) => !view.options.fields.clear.includes(field));
  const shown = [...own, ...custom.map(([field, text]) => [fieldNamed(view, field, 'dossier.field'), text] as const)];
  return shown
    .filter(([, { text }]) => !text.isBlank)
    .map(([named, text]) => within(view.barred.issue, partOf(view, named, text)));
}

function fieldNamed({ issue }: IssueView, field: string, kind: SpotKind): Named {
  return { place: { is: 'field', issue: issue.id, field }, kind, name: `field ${field.replace('customfield_', '')}` };
}

/** Custom fields with something to read in them; one that is no text after all is not ours to blank. */
function textFields({ issue, catalog, options }: IssueView): readonly (readonly [string, TextContent])[] {
  return [...catalog.texts.keys()].flatMap((field): (readonly [string, TextContent])[] => {
    const { data } = richText.safeParse(issue.fields[field]);
    return data === undefined || data.text.isBlank || options.fields.keep.includes(field) ? [] : [[field, data]];
  });
}

/** Fields a mail app fills with who was in copy: they go with the mail. */
function copySpots(view: IssueView): readonly Spot[] {
  const copies = textFields(view).filter(([field]) => view.options.fields.clear.includes(field));
  return copies.map(([field, text]) => {
    const part = partOf(view, fieldNamed(view, field, 'message.copies'), text);
    return { ...within(view.barred.issue, part), of: openingMessage(view) };
  });
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
  if (place.is === 'picker') return `place in field ${place.field.replace('customfield_', '')}`;
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
