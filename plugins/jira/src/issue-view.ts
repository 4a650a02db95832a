import type { PersonId, Spot } from '@lethe/core';
import type { Around } from './message.ts';
import type { Barred } from './issue-reach.ts';
import type { Comment, History, Worklog } from './schema.ts';
import type { JiraOptions } from './options.ts';

/** An issue as it was read, with what was read beside it. */
export interface IssueView extends Around {
  readonly options: JiraOptions;
  /** All comments and worklogs, as far as they were asked for. */
  readonly comments: readonly Comment[];
  readonly worklogs: readonly Worklog[];
  /** The changelog, where it was read. */
  readonly history?: readonly History[];
  /** Whose places in lists of people are wanted. */
  readonly wanted: (person: PersonId) => boolean;
  /** Who of them watches the issue, where that was asked for. */
  readonly watchers: readonly PersonId[];
  /** Whether what was written into the history at some time can still be redacted. */
  readonly redactable: (written: Date) => boolean;
  /** What the app may not change of it. */
  readonly barred: Barred;
}

/** A spot before it is said whose it is. */
export type Part = Omit<Spot, 'of'>;
