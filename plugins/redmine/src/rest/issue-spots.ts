import type { Ability, Dossier, Message, PersonId, Spot, SpotKind } from '@lethe/core';
import { fieldSpot } from './fields.ts';
import { historySpots } from './history-spots.ts';
import type { Known } from './known.ts';
import { restrictionIn } from './known.ts';
import { dossierIdOf, messageIdOf, personIdOf } from '../ids.ts';
import { spotAt } from '../place.ts';
import type { Attachment, Issue, Journal } from '../schema.ts';

/** What reading an issue needs besides the issue. */
export interface IssueReading {
  readonly known: Known;
  /** Accounts that are being listed: what they write comes in. */
  readonly people: ReadonlySet<PersonId>;
}

/** Everything of an issue that could name a person, blank texts included. Lists of issues have no journals and watchers: then only the rest. */
export function issueSpots(issue: Issue, reading: IssueReading): readonly Spot[] {
  const dossier = dossierOfIssue(issue);
  const restriction = restrictionIn(issue.project.id, reading.known);
  const own = (part: string, kind: SpotKind, label: string): Pick<Spot, 'id' | 'kind' | 'label' | 'of'> => ({
    id: spotAt('issue', issue.id, part),
    kind,
    label: `${label} ${dossier.label}`,
    of: dossier,
  });
  const spots: readonly Spot[] = [
    { ...own('subject', 'dossier.title', 'subject of'), content: { form: 'plain', text: issue.subject } },
    {
      ...own('description', 'dossier.description', 'description of'),
      content: { form: 'plain', text: issue.description },
    },
    ...fieldSpots(issue, dossier, reading.known),
    ...(issue.attachments ?? []).map((file) => fileSpot(issue, file, reading)),
    ...(issue.journals ?? []).map((journal) => noteSpot(issue, journal, reading)),
    ...historySpots(issue, dossier, reading.known),
    ...(issue.watchers ?? []).map((watcher) => watcherSpot(issue, dossier, watcher.id)),
  ];
  return restriction === undefined ? spots : spots.map((spot) => restricted(spot, restriction));
}

/** History cannot be changed anyway, and for another reason. */
function restricted(spot: Spot, ability: Ability): Spot {
  return spot.kind === 'dossier.history' ? spot : { ...spot, ability };
}

/** An issue as a dossier. Redmine keeps no mark of how it was opened. */
export function dossierOfIssue(issue: Issue): Dossier {
  const closed = issue.status.is_closed ?? issue.closed_on !== undefined;
  return {
    type: 'dossier',
    id: dossierIdOf('issue', issue.id),
    label: `issue ${issue.id}`,
    state: closed ? 'closed' : 'open',
    openedBy: authorOf(issue.author),
    openedVia: 'unknown',
    ...(issue.author === undefined ? {} : { subject: personIdOf(issue.author.id) }),
    tallies: talliesOf(issue),
  };
}

/** What Redmine's reports, lists and spent-time reports count by. By number: names of categories and versions may change. */
function talliesOf(issue: Issue): Readonly<Record<string, string>> {
  return {
    project: String(issue.project.id),
    tracker: String(issue.tracker.id),
    status: String(issue.status.id),
    priority: String(issue.priority.id),
    author: String(issue.author?.id ?? ''),
    assignee: String(issue.assigned_to?.id ?? ''),
    category: String(issue.category?.id ?? ''),
    version: String(issue.fixed_version?.id ?? ''),
    opened: issue.created_on.toISOString().slice(0, 7),
    closed: issue.closed_on?.toISOString().slice(0, 7) ?? '',
    done: String(issue.done_ratio ?? ''),
    estimated: String(issue.estimated_hours ?? ''),
    spent: String(issue.spent_hours ?? ''),
  };
}

function authorOf(author: { readonly id: number } | undefined): PersonId | 'unknown' {
  return author === undefined ? 'unknown' : personIdOf(author.id);
}

function fieldSpots(issue: Issue, dossier: Dossier, known: Known): readonly Spot[] {
  return issue.custom_fields.flatMap((field): Spot[] => {
    const spot = fieldSpot(field, known.fields.get(field.id), 'issue');
    if (spot === undefined) return [];
    const { part, ...rest } = spot;
    const label = `field ${field.id} of ${dossier.label}`;
    return [
      { id: spotAt('issue', issue.id, `${part}:${field.id}`), kind: 'dossier.field', label, of: dossier, ...rest },
    ];
  });
}

function noteSpot(issue: Issue, journal: Journal, { people }: IssueReading): Spot {
  const sent = { by: authorOf(journal.user), at: journal.created_on, isPrivate: journal.private_notes };
  return {
    id: spotAt('issue', issue.id, `note:${journal.id}`),
    kind: 'message.body',
    label: `note ${journal.id} on issue ${issue.id}`,
    of: { ...messageOn(issue, sent, people), id: messageIdOf('note', journal.id) },
    content: { form: 'plain', text: journal.notes },
  };
}

function fileSpot(issue: Issue, file: Attachment, { people }: IssueReading): Spot {
  const sent = { by: authorOf(file.author), at: file.created_on, isPrivate: false };
  return {
    id: spotAt('issue', issue.id, `file:${file.id}`),
    kind: 'attachment',
    label: `file ${file.id} on issue ${issue.id}`,
    of: { ...messageOn(issue, sent, people), id: messageIdOf('file', file.id) },
    content: { form: 'file', name: file.filename, description: file.description },
  };
}

interface Sent {
  readonly by: PersonId | 'unknown';
  readonly at: Date;
  readonly isPrivate: boolean;
}

/** Redmine mails what is public to whoever opened the issue, and keeps no list of who else was mailed. */
function messageOn(issue: Issue, { by, at, isPrivate }: Sent, people: ReadonlySet<PersonId>): Omit<Message, 'id'> {
  const opener = authorOf(issue.author);
  const incoming = by === opener || (by !== 'unknown' && people.has(by));
  const base = {
    type: 'message',
    dossier: dossierIdOf('issue', issue.id),
    at,
    author: by,
    opensDossier: false,
  } as const;
  const nobody = { from: [], to: [], copies: [], attendees: [], recipients: [] };
  if (isPrivate) return { ...base, ...nobody, channel: 'note', direction: 'internal' };
  if (incoming) return { ...base, ...nobody, channel: 'unknown', direction: 'incoming' };
  return {
    ...base,
    ...nobody,
    channel: 'unknown',
    direction: 'outgoing',
    recipients: opener === 'unknown' ? [] : [opener],
  };
}

function watcherSpot(issue: Issue, dossier: Dossier, watcher: number): Spot {
  return {
    id: spotAt('issue', issue.id, `watcher:${watcher}`),
    kind: 'dossier.people',
    label: `watcher ${watcher} of ${dossier.label}`,
    of: dossier,
    content: { form: 'access', open: true },
    holder: personIdOf(watcher),
  };
}
