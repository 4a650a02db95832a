import type { Ability, Message, Personal, Spot } from '@lethe/core';
import {
  deletedAlready,
  enteredFeedback,
  interviewText,
  removableFeedback,
  sourcesAbility,
  tagsAbility,
} from './abilities.ts';
import { unlessKept } from './candidate-spots.ts';
import { lines } from './form.ts';
import { messageIdOf, personIdOf, userIdOf } from './ids.ts';
import type { Cell, OpportunityView } from './opportunity-view.ts';
import { spotIn } from './opportunity-view.ts';
import type { Form, Interview, Offer } from './schema.ts';

/** What colleagues wrote about the candidate, and what reports count by. */
export function colleagueSpots(view: OpportunityView): readonly Spot[] {
  const cells = [
    ...view.lists.note.map((note, at) => writtenCell(view, { part: 'note', written: note, at })),
    ...view.lists.feedback.map((form, at) => writtenCell(view, { part: 'feedback', written: form, at })),
    ...view.lists.interview.map((interview, at) => interviewCell(view, interview, at)),
    ...view.lists.form.map((form, at) => formCell(view, form, at)),
    ...view.lists.offer.map((offer, at) => offerCell(view, offer, at)),
    ...countedCells(view),
  ];
  return cells.flatMap((cell) => (cell === undefined ? [] : [spotIn(view, cell)]));
}

interface Written {
  readonly part: 'note' | 'feedback';
  readonly written: Form;
  readonly at: number;
}

function writtenCell(view: OpportunityView, { part, written, at }: Written): Cell | undefined {
  const { id, fields, user, createdAt } = written;
  const text = lines(...fields.map(({ value }) => value));
  if (text.isBlank) return undefined;
  const ability = abilityOf(view, part, written);
  // A deletion only marks, and the text may still be shown: the note is gone, and what is left of it is another spot.
  const isMarked = written.deletedAt !== undefined;
  return {
    part,
    which: isMarked ? `${id}.deleted` : id,
    kind: 'message.body',
    label: isMarked ? `deleted ${part} ${at + 1}` : `${part} ${at + 1}`,
    content: { form: 'plain', text },
    of: messageIn(view, { id: messageIdOf(part, id), user, at: createdAt, channel: part }),
    ...(ability === undefined ? {} : { ability }),
  };
}

function abilityOf({ options }: OpportunityView, part: Written['part'], { deletedAt }: Form): Ability | undefined {
  if (deletedAt !== undefined) return deletedAlready;
  if (part === 'note') return undefined;
  return options.feedback === 'removable' ? removableFeedback : enteredFeedback;
}

function interviewCell(view: OpportunityView, interview: Interview, at: number): Cell | undefined {
  const { id, subject, note, location, user, createdAt } = interview;
  const text = lines(subject, note, location);
  if (text.isBlank) return undefined;
  return {
    part: 'interview',
    which: id,
    kind: 'message.body',
    label: `interview ${at + 1}`,
    content: { form: 'plain', text },
    of: messageIn(view, { id: messageIdOf('interview', id), user, at: createdAt, channel: 'note' }),
    ability: interviewText,
  };
}

/** A filled-in form of the opportunity is about the candidate as a note is. */
function formCell(view: OpportunityView, form: Form, at: number): Cell | undefined {
  const text = lines(...form.fields.map(({ value }) => value));
  return text.isBlank ? undefined : textCell(view, { part: 'form', what: 'forms', id: form.id, at, text });
}

function offerCell(
  view: OpportunityView,
  { id, fields, sentDocument, signedDocument }: Offer,
  at: number,
): Cell | undefined {
  const papers = [sentDocument, signedDocument].flatMap((one) => (one == null ? [] : [one.fileName]));
  const text = lines(...fields.map(({ value }) => value), ...papers);
  return text.isBlank ? undefined : textCell(view, { part: 'offer', what: 'offers', id, at, text });
}

interface TextCell {
  readonly part: 'form' | 'offer';
  readonly what: 'forms' | 'offers';
  readonly id: string;
  readonly at: number;
  readonly text: Personal;
}

function textCell(view: OpportunityView, { part, what, id, at, text }: TextCell): Cell {
  return {
    part,
    which: id,
    kind: 'dossier.field',
    label: `${part} ${at + 1}`,
    content: { form: 'plain', text },
    ability: unlessKept(view, what),
    // What goes with the opportunity goes whole, whomever it names.
    ...(view.options.anonymizeTakes.includes(what) ? { holder: personIdOf(view.opportunity.contact) } : {}),
  };
}

function countedCells({ opportunity: { tags, sources } }: OpportunityView): readonly Cell[] {
  const cell = (part: 'tags' | 'sources', items: readonly Personal[], ability: Ability): Cell => ({
    part,
    kind: 'dossier.field',
    label: part,
    content: { form: 'list', items },
    ability,
  });
  return [
    ...(tags.length === 0 ? [] : [cell('tags', tags, tagsAbility)]),
    ...(sources.length === 0 ? [] : [cell('sources', sources, sourcesAbility)]),
  ];
}

interface Head {
  readonly id: Message['id'];
  readonly user: string;
  readonly at: Date | undefined;
  readonly channel: 'note' | 'feedback';
}

function messageIn({ opportunity, dossier }: OpportunityView, { id, user, at, channel }: Head): Message {
  return {
    type: 'message',
    id,
    dossier: dossier.id,
    at: at ?? new Date(0),
    channel,
    direction: 'internal',
    author: user === '' ? 'unknown' : userIdOf(user),
    from: [],
    to: [],
    copies: [],
    attendees: [],
    recipients: [],
    opensDossier: false,
    about: personIdOf(opportunity.contact),
  };
}
