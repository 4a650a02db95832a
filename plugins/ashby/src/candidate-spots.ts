import { identifiersFrom } from '@lethe/core';
import type { Ability, Content, Message, Person, Personal, Spot, SpotKind } from '@lethe/core';
import { linksAbility, notTaken, tagsAbility, takenAlong, unseenAbility } from './abilities.ts';
import { shortly } from './dossier.ts';
import { fieldSpots } from './field-spots.ts';
import { isPlaceholder, lines, plainTexts } from './form.ts';
import { messageIdOf, personIdOf, userIdOf } from './ids.ts';
import type { TakenByAshby } from './options.ts';
import { candidateSpot } from './place.ts';
import type { CandidatePart } from './place.ts';
import type { Candidate, Entry } from './schema.ts';
import type { CandidateView, Reading } from './views.ts';

/** What makes a person of a candidate; of one who is only mentioned there may be no more than a number. */
type Known = Omit<Entry, 'updatedAt'> & Partial<Pick<Entry, 'updatedAt'>>;

/** A candidate as a person. Candidates do not sign in. */
export function personOf({ id, name, emailAddresses, phoneNumbers, updatedAt }: Known): Person {
  return {
    type: 'person',
    id: personIdOf(id),
    name,
    identifiers: identifiersFrom({
      addresses: plainTexts(emailAddresses),
      phones: plainTexts(phoneNumbers),
      names: plainTexts([name]),
    }),
    kind: 'candidate',
    active: false,
    self: false,
    lastAdministrator: false,
    ...(updatedAt === undefined ? {} : { lastActivity: updatedAt }),
  };
}

/** Whether nothing is left that a candidate could be told by: nothing else in Ashby's answers says that it was anonymized. */
function isNobody({ name, emailAddresses, phoneNumbers }: Entry): boolean {
  return emailAddresses.length === 0 && phoneNumbers.length === 0 && isPlaceholder(name);
}

/** What may go with the candidate as far as anybody knows, unless the customer has seen otherwise. */
export function unlessLeft({ options }: Reading, what: TakenByAshby): Ability {
  return options.anonymizeTakes.includes(what) ? takenAlong : notTaken;
}

/** Every spot of a candidate that was read: first what is taken away one by one, then what goes in one go. */
export function candidateSpots(view: CandidateView): readonly Spot[] {
  return [...noteSpots(view), ...sheetSpots(view), ...ownSpots(view)];
}

function noteSpots({ candidate, notes, sheet }: CandidateView): readonly Spot[] {
  return notes
    .filter(({ content }) => !content.isBlank)
    .map(({ id, content, author, createdAt }, at): Spot => {
      const of: Message = {
        ...{ type: 'message', id: messageIdOf('note', id), dossier: sheet.id, at: createdAt ?? new Date(0) },
        ...{ channel: 'note', direction: 'internal', author: userIdOf(author?.id), opensDossier: false },
        ...{ from: [], to: [], copies: [], attendees: [], recipients: [], about: personIdOf(candidate.id) },
      };
      const label = `note ${at + 1} on candidate ${shortly(candidate.id)}`;
      return {
        ...{ id: candidateSpot(candidate.id, 'note', id), kind: 'message.body', label, of },
        content: { form: 'plain', text: content },
      };
    });
}

function sheetSpots(view: CandidateView): readonly Spot[] {
  const { candidate, sheet } = view;
  const { id, tags } = candidate;
  const at = (part: CandidatePart): Pick<Spot, 'id' | 'label' | 'of'> => ({
    ...{ id: candidateSpot(id, part), label: `${part} of candidate ${shortly(id)}`, of: sheet },
  });
  const tagged: Content = { form: 'list', items: tags.map(({ title }) => title) };
  return [
    ...(tags.length === 0
      ? []
      : [{ ...at('tags'), kind: 'dossier.field' as const, content: tagged, ability: tagsAbility }]),
    ...fieldSpots(view, {
      ...{ fields: candidate.customFields, dossier: sheet, person: personOf(candidate) },
      idOf: (field) => candidateSpot(id, 'field', field),
    }),
    unseenSpot(view),
  ];
}

/** What no call shows may be there for good, as nothing tells whether it went. */
function unseenSpot({ candidate: { id }, sheet }: CandidateView): Spot {
  return {
    id: candidateSpot(id, 'unseen'),
    kind: 'dossier.history',
    label: `e-mails and survey answers of candidate ${shortly(id)}`,
    of: sheet,
    content: { form: 'hidden' },
    holder: personIdOf(id),
    ability: unseenAbility,
  };
}

type Cell = Pick<Spot, 'kind' | 'content'> & {
  readonly part: CandidatePart;
  readonly which?: string;
  readonly label?: string;
  readonly ability?: Ability;
};

/** What is the candidate's own; what it is found by comes last. */
function ownSpots(view: CandidateView): readonly Spot[] {
  const { candidate } = view;
  const { id, name, emailAddresses, phoneNumbers, socialLinks } = candidate;
  const cells: readonly Cell[] = [
    ...fileCells(view),
    ...clientCells(view),
    ...detailCells(candidate),
    { part: 'links', kind: 'person.field', content: { form: 'list', items: socialLinks }, ability: linksAbility },
    { part: 'phones', kind: 'person.phone', content: { form: 'list', items: phoneNumbers } },
    ...(isNobody(candidate) ? [] : [plainCell('name', 'person.name', name)]),
    { part: 'emails', kind: 'person.email', content: { form: 'list', items: emailAddresses } },
  ];
  const of = personOf(candidate);
  return cells
    .filter(({ content }) => !isEmpty(content))
    .map(({ part, which, label = part, ...cell }) => ({
      ...{ ...cell, of, id: candidateSpot(id, part, which), label: `${label} of candidate ${shortly(id)}` },
    }));
}

function isEmpty(content: Content): boolean {
  if (content.form === 'list') return content.items.length === 0;
  return content.form === 'plain' && content.text.isBlank;
}

function plainCell(part: CandidatePart, kind: SpotKind, text: Personal): Cell {
  return { part, kind, content: { form: 'plain', text } };
}

function detailCells({ position, company, school, timezone, location }: Candidate): readonly Cell[] {
  return [
    plainCell('position', 'person.field', position),
    plainCell('company', 'person.field', company),
    plainCell('school', 'person.field', school),
    plainCell('timezone', 'person.field', timezone),
    ...(location == null ? [] : [plainCell('location', 'person.field', location.locationSummary)]),
  ];
}

/** Files are a part of the candidate here, not of a case: they go in one go with the rest, after all that takes a call of its own. */
function fileCells(view: CandidateView): readonly Cell[] {
  const { fileHandles, resumeFileHandle } = view.candidate;
  const files = new Map(
    [...fileHandles, ...(resumeFileHandle == null ? [] : [resumeFileHandle])].map((f) => [f.id, f]),
  );
  return [...files.values()].map(({ id, name }, at) => ({
    ...{ part: 'file', which: id, kind: 'person.field', label: `file ${at + 1}` },
    ...{ content: { form: 'file', name }, ability: unlessLeft(view, 'files') },
  }));
}

function clientCells(view: CandidateView): readonly Cell[] {
  return view.clients.map(({ id, ipAddress, userAgent }, at) => ({
    ...{ part: 'client', which: id, kind: 'person.field', label: `IP address and browser ${at + 1}` },
    ...{ content: { form: 'plain', text: lines(ipAddress, userAgent) }, ability: unlessLeft(view, 'clientInfo') },
  }));
}
