import type { PersonId, Spot, TextContent } from '@lethe/core';
import { richText } from './adf.ts';
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

/** Texts of an issue's fields, by the field's id; what is blank, or no text after all, is left out. */
export function textsOn({ issue, catalog }: Pick<IssueView, 'issue' | 'catalog'>): ReadonlyMap<string, TextContent> {
  const { summary, description, environment } = issue.fields;
  const custom = [...catalog.texts.keys()].flatMap((field): [string, TextContent][] => {
    const { data } = richText.safeParse(issue.fields[field]);
    return data === undefined ? [] : [[field, data]];
  });
  const all: readonly (readonly [string, TextContent])[] = [
    ['summary', { form: 'plain', text: summary }],
    ['description', description],
    ['environment', environment],
    ...custom,
  ];
  return new Map(all.filter(([, { text }]) => !text.isBlank));
}

/** A spot before it is said whose it is. */
export type Part = Omit<Spot, 'of'>;
