import { spotAt } from '../src/place.ts';
import type { Place } from '../src/place.ts';
import { personIdOf } from '../src/ids.ts';
import { richText } from '../src/adf.ts';
import type { JiraOptions } from '../src/index.ts';
import type { Field, History, Issue, User } from './fake/records.ts';
import type { Jira } from './fake/jira.ts';

type Entry = readonly [string, string];

/** Texts of an invented Jira by the ids their spots have; what is no spot goes by its table. An account that was deleted has none. */
export function textsOf(jira: Jira, account: JiraOptions['account']): Readonly<Record<string, string>> {
  const { users, issues, comments, worklogs, attachments, histories } = jira;
  return Object.fromEntries<string>([
    ...users.where(({ deleted }) => !deleted).flatMap((user) => textsOfUser(user, account)),
    ...issues.all().flatMap((issue) => textsOfIssue(jira, issue)),
    ...comments.all().map(({ id, issue, body }) => entry({ is: 'comment', ...at(issue, id) }, written(body))),
    ...worklogs.all().map(({ id, issue, comment }) => entry({ is: 'worklog', ...at(issue, id) }, written(comment))),
    ...attachments
      .all()
      .map(({ id, issue, filename, inside }) => entry({ is: 'attachment', ...at(issue, id) }, `${filename} ${inside}`)),
    ...histories.all().flatMap(textsOfHistory),
  ]);
}

function at(issue: number, id: number): { readonly issue: string; readonly number: string } {
  return { issue: String(issue), number: String(id) };
}

/** A text as its spot holds it. */
function written(value: unknown): string {
  const { data } = richText.safeParse(value);
  return data === undefined ? '' : data.text.reveal();
}

function textsOfIssue(jira: Jira, issue: Issue): readonly Entry[] {
  const { values, watchers, feedback, reporter } = issue;
  const id = String(issue.id);
  return [
    ...Object.entries(values).flatMap(([field, value]) => textsOfField(jira, { id, field, value })),
    ...watchers.map((account) => entry({ is: 'watch', issue: id, person: personIdOf(account) }, 'watches')),
    [`feedback on ${id}`, JSON.stringify(feedback)],
    [`reporter of ${id}`, reporter ?? ''],
  ];
}

function textsOfField(
  jira: Jira,
  { id: issue, field, value }: { readonly id: string; readonly field: string; readonly value: unknown },
): readonly Entry[] {
  const known = jira.field(field);
  if (field === 'summary' || field === 'description' || field === 'environment')
    return [entry({ is: field, issue }, written(value))];
  if (known?.kind === 'line' || known?.kind === 'paragraph')
    return [entry({ is: 'field', issue, field }, written(value))];
  return peopleIn(known, value).map((account) => {
    const person = personIdOf(account);
    if (known?.kind === 'participants') return entry({ is: 'participants', issue, person }, 'takes part');
    return entry({ is: 'picker', issue, field, person }, 'is named');
  });
}

function peopleIn(field: Field | undefined, value: unknown): readonly string[] {
  if (!['user', 'users', 'participants'].includes(field?.kind ?? '')) return [];
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one) => typeof one === 'string');
}

function textsOfHistory({ id, issue, items }: History): readonly Entry[] {
  return items.map(({ fromString, toString }, item) =>
    entry(
      { is: 'history', issue: String(issue), entry: String(id), item },
      [fromString, toString].filter((text) => text !== null).join('\n'),
    ),
  );
}

function textsOfUser(user: User, account: JiraOptions['account']): readonly Entry[] {
  const { accountId, displayName, email, details, portalAccess } = user;
  const person = personIdOf(accountId);
  return [
    entry({ is: 'name', person }, displayName),
    entry({ is: 'email', person }, email ?? ''),
    // Whoever is deleted may not sign in either.
    ...(account === 'erase' ? [] : [entry({ is: 'access', person }, portalAccess ? 'open' : 'closed')]),
    ...Object.entries(details).map(([name, values]) => entry({ is: 'detail', person, name }, values.join('\n'))),
  ];
}

function entry(place: Place, text: string): Entry {
  return [spotAt(place), text];
}
