import { Personal } from '@lethe/core';
import { z } from 'zod';
import { tell } from './ask.ts';
import type { Line } from './ask.ts';
import { allOf } from './pages.ts';

/** The Help Center, one function an endpoint: https://developer.zendesk.com/api-reference/help_center/. It asks for `.json` throughout. */

const number = z.number().int();
const personal = z
  .string()
  .nullish()
  .transform((text) => Personal.of(text));
const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

const postSchema = z.object({ id: number, title: personal, details: personal, created_at: time });
const postCommentSchema = z.object({ id: number, post_id: number, body: personal, created_at: time });
const articleCommentSchema = z.object({
  id: number,
  source_id: number,
  body: personal,
  locale: z.string(),
  created_at: time,
});
const voteSchema = z.object({ id: number });
const subscriptionSchema = z.object({ id: number, content_id: number, content_type: z.string() });

/** What somebody left in the Help Center. */
export interface HelpTraces {
  readonly posts: readonly z.output<typeof postSchema>[];
  readonly postComments: readonly z.output<typeof postCommentSchema>[];
  readonly articleComments: readonly z.output<typeof articleCommentSchema>[];
  readonly votes: readonly z.output<typeof voteSchema>[];
  readonly subscriptions: readonly z.output<typeof subscriptionSchema>[];
}

/** Everything of one user: five lists. Throws `HostError` `gone` or `not-permitted` where there is no Help Center. */
export async function tracesOf(line: Line, user: number): Promise<HelpTraces> {
  const [community, guide] = ['community', 'help_center'].map((part) => `/api/v2/${part}/users/${user}`);
  const what = 'list what a user left in the Help Center';
  const rows = async <T>(path: string, key: string, row: z.ZodType<T>): Promise<readonly T[]> =>
    (await allOf(line, { what, path: `${path}.json`, key, row })).rows;
  return {
    posts: await rows(`${community}/posts`, 'posts', postSchema),
    postComments: await rows(`${community}/comments`, 'comments', postCommentSchema),
    articleComments: await rows(`${guide}/comments`, 'comments', articleCommentSchema),
    votes: await rows(`${guide}/votes`, 'votes', voteSchema),
    subscriptions: await rows(`${guide}/subscriptions`, 'subscriptions', subscriptionSchema),
  };
}

/** Where a change goes, below the API's address and without ending, and what is written there. */
export interface HelpChange {
  readonly path: string;
  readonly body: unknown;
}

/** Gives a post or a comment a new text. */
export async function changeHelpText(line: Line, { path, body }: HelpChange): Promise<void> {
  await tell(line, { what: 'change a text in the Help Center', method: 'PUT', path: `/api/v2/${path}.json`, body });
}

/** Takes a vote or a subscription away. */
export async function deleteHelpMark(line: Line, path: string): Promise<void> {
  const what = 'delete a vote or a subscription in the Help Center';
  await tell(line, { what, method: 'DELETE', path: `/api/v2/${path}.json` });
}
