import type { PersonId, Spot } from '@lethe/core';
import pMap from 'p-map';
import type { AccountBook } from './account-book.ts';
import * as api from './api.ts';
import type { Line } from './ask.ts';
import { commentSpots } from './comment-spots.ts';
import { historySpots } from './history-spots.ts';
import { open } from './issue-reach.ts';
import type { Barred } from './issue-reach.ts';
import { issueSpots } from './issue-spots.ts';
import { textsOn } from './issue-view.ts';
import type { IssueView } from './issue-view.ts';
import type { Known } from './known.ts';
import { participantsOn } from './message.ts';
import type { JiraOptions } from './options.ts';
import { AT_ONCE } from './people.ts';
import type { People } from './people.ts';
import type { Redaction } from './redaction.ts';
import type { Remembered } from './remembered.ts';
import type { Rights } from './rights.ts';
import { peopleSchema } from './schema.ts';
import type { History, Issue } from './schema.ts';

/** What a host reads with. */
export interface Reading {
  readonly line: Line;
  readonly options: JiraOptions;
  readonly accounts: AccountBook;
  readonly known: Known;
  readonly people: People;
  readonly remembered: Remembered;
  readonly redaction: Redaction;
  readonly rights: Rights;
}

/** What is known of some issues besides themselves; what was not asked for is missing. */
export interface Beside {
  readonly wanted: (person: PersonId) => boolean;
  readonly watchers: ReadonlyMap<string, readonly PersonId[]>;
  readonly barred?: ReadonlyMap<string, Barred>;
  readonly logs?: ReadonlyMap<string, readonly History[]>;
  /** Whether the history can still be redacted. */
  readonly redacts: boolean;
}

/** Issues with all their comments and worklogs: those that did not fit are read again as a whole, as nobody says which came along. */
export async function viewsOf(
  reading: Reading,
  issues: readonly Issue[],
  beside: Beside,
): Promise<readonly IssueView[]> {
  const views = await Promise.all(issues.map(async (issue) => viewOf(reading, issue, beside)));
  return pMap(views, async (view) => ({ ...view, ...(await completeOn(reading, view)) }), { concurrency: AT_ONCE });
}

/** An issue with what came along with it. */
export async function viewOf(
  { options, accounts, redaction, known }: Reading,
  issue: Issue,
  { wanted, watchers, barred, logs, redacts }: Beside,
): Promise<IssueView> {
  const { comment, worklog } = issue.fields;
  return {
    ...{ issue, accounts, options, wanted, catalog: await known.fields() },
    comments: comment.comments,
    worklogs: worklog.worklogs,
    watchers: watchers.get(issue.id) ?? [],
    barred: barred?.get(issue.id) ?? open,
    redactable: (written) => redacts && redaction.reaches(written),
    ...(logs === undefined ? {} : { history: logs.get(issue.id) ?? [] }),
  };
}

async function completeOn({ line }: Reading, view: IssueView): Promise<Partial<IssueView>> {
  const { id } = view.issue;
  return {
    ...(isShort(view, 'comment') ? { comments: await api.commentsOf(line, id) } : {}),
    ...(isShort(view, 'worklog') ? { worklogs: await api.worklogsOf(line, id) } : {}),
  };
}

/** Whether there is more of something than came along with the issue. */
export function isShort({ issue, comments, worklogs }: IssueView, list: 'comment' | 'worklog'): boolean {
  const came = list === 'comment' ? comments : worklogs;
  return issue.fields[list].total > came.length;
}

/** Every spot of an issue that was read; what calls will need of it is kept in mind. */
export function spotsIn({ remembered, line }: Reading, view: IssueView): readonly Spot[] {
  rememberPeople(remembered, view);
  if (view.redactable(line.clock.now()))
    for (const [field, text] of textsOn(view)) remembered.takeRedactable(view.issue.id, field, text);
  return [...commentSpots(view), ...issueSpots(view), ...historySpots(view)];
}

function rememberPeople(remembered: Remembered, view: IssueView): void {
  const { issue, catalog } = view;
  const take = (field: string, people: readonly { readonly accountId: string }[]): void => {
    remembered.takePeople(
      issue.id,
      field,
      people.map(({ accountId }) => accountId),
    );
  };
  if (catalog.participants !== undefined) take(catalog.participants, participantsOn(view));
  for (const field of catalog.pickers.keys()) take(field, peopleSchema.safeParse(issue.fields[field]).data ?? []);
}
