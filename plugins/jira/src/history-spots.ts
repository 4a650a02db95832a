import { Personal } from '@lethe/core';
import type { PersonId, Spot, SpotKind } from '@lethe/core';
import { dossierOf } from './dossier.ts';
import { isCovered, lines } from './form.ts';
import { textsOn } from './issue-view.ts';
import type { IssueView } from './issue-view.ts';
import { spotAt } from './place.ts';
import { redactableEntry } from './restrictions.ts';
import type { History, HistoryItem } from './schema.ts';

/** What the changelog of an issue keeps of former values: each change of something that may name people is a spot. */
export function historySpots(view: IssueView): readonly Spot[] {
  const of = dossierOf(view.issue, view);
  if (view.history === undefined) return view.options.changelog === 'announced' ? [announced(view, of)] : [];
  return view.history.flatMap((entry) =>
    entry.items.flatMap((item, at): readonly Spot[] => {
      const part = itemPart(view, entry, at);
      return part === undefined || valuesOf(item).isBlank ? [] : [{ ...part, of }];
    }),
  );
}

/** The whole of it, where nobody reads it. */
function announced({ issue }: IssueView, of: Spot['of']): Spot {
  const id = spotAt({ is: 'changelog', issue: issue.id });
  return { id, kind: 'dossier.history', label: `history of issue ${issue.key}`, of, content: { form: 'hidden' } };
}

function itemPart(view: IssueView, entry: History, at: number): Omit<Spot, 'of'> | undefined {
  const item = entry.items[at];
  const field = item === undefined ? undefined : fieldOf(item);
  if (item === undefined || field === undefined || steady.has(field.toLowerCase())) return undefined;
  const about = kindOf(field, view);
  const holder = about === 'dossier.people' ? holderIn(item, view) : undefined;
  return {
    id: spotAt({ is: 'history', issue: view.issue.id, entry: entry.id, item: at }),
    kind: 'dossier.history',
    label: `history entry ${entry.id} of issue ${view.issue.key}`,
    content: { form: 'plain', text: valuesOf(item) },
    ...(about === undefined ? {} : { about }),
    ...(holder === undefined ? {} : { holder }),
    ...(isRedactable(view, entry, item) ? { ability: redactableEntry } : {}),
  };
}

/** The former and the later value; nothing, where both were redacted. */
function valuesOf({ before, after }: HistoryItem): Personal {
  const values = lines(before, after);
  return isCovered(values) ? Personal.blank : values;
}

/** Only what stands in the field now is redacted in its recent history: an entry with another value besides keeps that one. */
function isRedactable(view: IssueView, { created }: History, item: HistoryItem): boolean {
  const now = textsOn(view).get(fieldOf(item));
  if (now?.form !== 'plain' || view.barred.issue !== undefined || !view.redactable(created)) return false;
  return [item.before, item.after].every((value) => value.isBlank || value.equals(now.text));
}

/** Entries of fields that are gone have a name only. */
function fieldOf({ field, fieldId }: HistoryItem): string {
  return fieldId == null || fieldId === '' ? field : fieldId;
}

/** Fields whose values are chosen from lists of the site, or are numbers: nobody is named in them. */
const steady: ReadonlySet<string> = new Set([
  ...[
    'status',
    'resolution',
    'priority',
    'issuetype',
    'project',
    'key',
    'rank',
    'security',
    'workflow',
    'link',
    'parent',
  ],
  ...[
    'timespent',
    'timeestimate',
    'timeoriginalestimate',
    'worklogid',
    'duedate',
    'fixversions',
    'versions',
    'components',
  ],
  ...['aggregatetimespent', 'resolutiondate', 'issueparentassociation'],
]);

const kinds: Readonly<Record<string, SpotKind>> = {
  summary: 'dossier.title',
  description: 'dossier.description',
  environment: 'dossier.field',
  labels: 'dossier.field',
  comment: 'message.body',
  attachment: 'attachment',
  reporter: 'dossier.people',
  assignee: 'dossier.people',
};

/** The kind of spot whose former value it is; nothing where that is not known. */
function kindOf(field: string, { catalog }: IssueView): SpotKind | undefined {
  if (catalog.texts.has(field)) return 'dossier.field';
  if (catalog.pickers.has(field) || field === catalog.participants) return 'dossier.people';
  return kinds[field.toLowerCase()];
}

/** Whom of those who are wanted a change of people names; else the first it names. */
function holderIn({ from, to }: HistoryItem, { accounts, wanted }: IssueView): PersonId | undefined {
  const people = `${from ?? ''} ${to ?? ''}`.split(/[\s,[\]]+/).filter((account) => account !== '');
  const persons = people.map((account) => accounts.idOf(account));
  return persons.find((person) => wanted(person)) ?? persons[0];
}
