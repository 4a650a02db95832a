import { invalid, notFound, objectIn } from './answer.ts';
import { pageOf } from './pages.ts';
import type { HelpMark, HelpText } from './records.ts';
import type { Request, Route } from './route.ts';
import type { Zendesk } from './zendesk.ts';

/** Posts, comments, votes and subscriptions. An account without Help Center knows none of these addresses. */
export function helpCenterRoutes(zendesk: Zendesk): Route[] {
  const routes = [...listRoutes(zendesk), ...textRoutes(zendesk), ...markRoutes(zendesk)];
  return routes.map((route) => ({
    ...route,
    answer: (request, ids) => {
      if (!zendesk.account.helpCenter) throw notFound();
      return route.answer(request, ids);
    },
  }));
}

function listRoutes(zendesk: Zendesk): Route[] {
  const page = <T extends { readonly id: number }>(
    rows: readonly T[],
    { path, query }: Request,
  ): ReturnType<typeof pageOf<T>> => pageOf(rows, { zendesk, path, query });
  const texts = (
    request: Request,
    author: string | undefined,
    kind: HelpText['kind'],
  ): ReturnType<typeof pageOf<HelpText>> => {
    const { id } = zendesk.user(author);
    return page(
      zendesk.helpTexts.where((one) => one.kind === kind && one.author_id === id && !one.deleted),
      request,
    );
  };
  const marks = (
    request: Request,
    owner: string | undefined,
    kind: HelpMark['kind'],
  ): ReturnType<typeof pageOf<HelpMark>> => {
    const { id } = zendesk.user(owner);
    return page(
      zendesk.helpMarks.where((one) => one.kind === kind && one.user_id === id),
      request,
    );
  };
  return [
    {
      method: 'GET',
      path: /^\/api\/v2\/community\/users\/(\d+)\/posts$/,
      answer: (request, [id]) => {
        const { rows, meta } = texts(request, id, 'post');
        return { posts: rows.map((one) => postShape(zendesk, one)), ...meta };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/v2\/community\/users\/(\d+)\/comments$/,
      answer: (request, [id]) => {
        const { rows, meta } = texts(request, id, 'post-comment');
        return { comments: rows.map((one) => postCommentShape(zendesk, one)), ...meta };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/v2\/help_center\/users\/(\d+)\/comments$/,
      answer: (request, [id]) => {
        const { rows, meta } = texts(request, id, 'article-comment');
        return { comments: rows.map((one) => articleCommentShape(zendesk, one)), ...meta };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/v2\/help_center\/users\/(\d+)\/votes$/,
      answer: (request, [id]) => {
        const { rows, meta } = marks(request, id, 'vote');
        return { votes: rows.map((one) => voteShape(zendesk, one)), ...meta };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/v2\/help_center\/users\/(\d+)\/subscriptions$/,
      answer: (request, [id]) => {
        const { rows, meta } = marks(request, id, 'subscription');
        return { subscriptions: rows.map((one) => subscriptionShape(zendesk, one)), ...meta };
      },
    },
  ];
}

interface Place {
  readonly kind: HelpText['kind'];
  readonly path: RegExp;
  /** What it is called in requests and answers. */
  readonly key: 'post' | 'comment';
  readonly shape: (zendesk: Zendesk, text: HelpText) => unknown;
}

const places: readonly Place[] = [
  { kind: 'post', path: /^\/api\/v2\/community\/posts\/(\d+)$/, key: 'post', shape: postShape },
  {
    kind: 'post-comment',
    path: /^\/api\/v2\/community\/posts\/(\d+)\/comments\/(\d+)$/,
    key: 'comment',
    shape: postCommentShape,
  },
  {
    kind: 'article-comment',
    path: /^\/api\/v2\/help_center(?:\/[a-z]{2}(?:-[a-z]{2})?)?\/articles\/(\d+)\/comments\/(\d+)$/,
    key: 'comment',
    shape: articleCommentShape,
  },
];

/** What is deleted is no longer shown, and is kept. */
function textRoutes(zendesk: Zendesk): Route[] {
  const found = (kind: HelpText['kind'], ids: readonly string[]): HelpText => {
    const text = zendesk.helpTexts.find(Number(ids.at(-1)));
    const isUnder = ids.length === 1 || text?.under === Number(ids[0]);
    if (text?.kind !== kind || text.deleted || !isUnder) throw notFound();
    return text;
  };
  return places.flatMap(({ kind, path, key, shape }): Route[] => [
    { method: 'GET', path, answer: (_, ids) => ({ [key]: shape(zendesk, found(kind, ids)) }) },
    {
      method: 'PUT',
      path,
      answer: ({ body }, ids) => {
        const { id } = found(kind, ids);
        const changes = changesOf(kind, objectIn(body, key));
        return { [key]: shape(zendesk, zendesk.helpTexts.update(id, { ...changes, updated_at: zendesk.now() })) };
      },
    },
    {
      method: 'DELETE',
      path,
      answer: (_, ids) => {
        zendesk.helpTexts.update(found(kind, ids).id, { deleted: true });
      },
    },
  ]);
}

/** Titles and comments may not be empty; the text under a title may be. */
function changesOf(kind: HelpText['kind'], given: Readonly<Record<string, unknown>>): Partial<HelpText> {
  const { title, details, body } = given;
  const isBlank = (value: unknown): boolean => value === null || (typeof value === 'string' && value.trim() === '');
  if (kind === 'post') {
    if (isBlank(title)) throw invalid({ title: 'Title: cannot be blank' });
    return {
      ...(typeof title === 'string' ? { title } : {}),
      ...(typeof details === 'string' ? { body: details } : {}),
    };
  }
  if (isBlank(body)) throw invalid({ body: 'Body: cannot be blank' });
  return typeof body === 'string' ? { body } : {};
}

function markRoutes(zendesk: Zendesk): Route[] {
  const kinds: Readonly<Record<string, HelpMark['content_type']>> = {
    articles: 'Article',
    sections: 'Section',
    posts: 'Post',
    topics: 'Topic',
  };
  return [
    {
      method: 'DELETE',
      path: /^\/api\/v2\/help_center\/votes\/(\d+)$/,
      answer: (_, [id]) => {
        const vote = zendesk.helpMarks.find(Number(id));
        if (vote?.kind !== 'vote') throw notFound();
        zendesk.helpMarks.delete(vote.id);
      },
    },
    {
      method: 'DELETE',
      path: /^\/api\/v2\/(?:help_center(?:\/[a-z]{2}(?:-[a-z]{2})?)?|community)\/(articles|sections|posts|topics)\/(\d+)\/subscriptions\/(\d+)$/,
      answer: (_, [kind = '', content, id]) => {
        const mark = zendesk.helpMarks.find(Number(id));
        if (mark?.kind !== 'subscription' || mark.content_type !== kinds[kind] || mark.content_id !== Number(content))
          throw notFound();
        zendesk.helpMarks.delete(mark.id);
      },
    },
  ];
}

function postShape({ base }: Zendesk, { id, title, body, author_id, created_at, updated_at }: HelpText): unknown {
  const url = `${base}/api/v2/community/posts/${String(id)}.json`;
  const counts = { comment_count: 0, vote_count: 0, vote_sum: 0, follower_count: 0 };
  const flags = { closed: false, featured: false, pinned: false, status: 'none', content_tag_ids: [], topic_id: 1 };
  const html_url = `${base}/hc/en-us/community/posts/${String(id)}`;
  return { id, title, details: body, author_id, created_at, updated_at, url, html_url, ...counts, ...flags };
}

function postCommentShape(
  { base }: Zendesk,
  { id, body, author_id, under, created_at, updated_at }: HelpText,
): unknown {
  const url = `${base}/api/v2/community/posts/${String(under)}/comments/${String(id)}.json`;
  const counts = { vote_count: 0, vote_sum: 0, official: false };
  return { id, body, author_id, post_id: under, created_at, updated_at, url, html_url: url, ...counts };
}

function articleCommentShape({ base }: Zendesk, text: HelpText): unknown {
  const { id, body, author_id, under, locale, created_at, updated_at } = text;
  const url = `${base}/api/v2/help_center/${locale}/articles/${String(under)}/comments/${String(id)}.json`;
  const source = { source_id: under, source_type: 'Article', locale };
  return { id, body, author_id, ...source, created_at, updated_at, url, html_url: url, vote_count: 0, vote_sum: 0 };
}

function voteShape({ base }: Zendesk, { id, user_id, content_id, content_type, value, created_at }: HelpMark): unknown {
  const url = `${base}/api/v2/help_center/votes/${String(id)}.json`;
  return { id, user_id, item_id: content_id, item_type: content_type, value, created_at, updated_at: created_at, url };
}

function subscriptionShape({ base }: Zendesk, mark: HelpMark): unknown {
  const { id, user_id, content_id, content_type, locale, created_at } = mark;
  const url = `${base}/api/v2/help_center/articles/${String(content_id)}/subscriptions/${String(id)}.json`;
  return {
    id,
    user_id,
    content_id,
    content_type,
    locale,
    created_at,
    updated_at: created_at,
    url,
    include_comments: false,
  };
}
