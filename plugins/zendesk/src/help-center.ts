import type { Dossier, Message, Personal, Spot } from '@lethe/core';
import { helpCenterMark, helpCenterText } from './abilities.ts';
import { ifThere } from './ask.ts';
import type { Line } from './ask.ts';
import { tracesOf } from './help-center-api.ts';
import type { HelpTraces } from './help-center-api.ts';
import { helpDossierId, messageIdOf, personIdOf } from './ids.ts';
import { helpSpot } from './place.ts';

/** What a user left in the Help Center as spots; none where the account has no Help Center or does not show it. */
export async function helpSpots(line: Line, user: number): Promise<readonly Spot[]> {
  const traces = await ifThere(tracesOf(line, user), 'not-permitted');
  return traces === undefined ? [] : [...textSpots(traces, user), ...markSpots(traces, user)];
}

interface Text {
  readonly part: string;
  readonly label: string;
  readonly kind: 'message.subject' | 'message.body';
  readonly under: readonly ['post' | 'article', number];
  readonly text: Personal;
  readonly at: Date;
  readonly opens?: boolean;
}

function textSpots({ posts, postComments, articleComments }: HelpTraces, user: number): readonly Spot[] {
  const texts = [
    ...posts.flatMap(({ id, title, details: text, created_at: at }): Text[] => {
      const post = { under: ['post', id], at, opens: true } as const;
      return [
        { ...post, part: `title:${id}`, label: `title of post ${id}`, kind: 'message.subject', text: title },
        { ...post, part: `post:${id}`, label: `post ${id}`, kind: 'message.body', text },
      ];
    }),
    ...postComments.map(({ id, post_id, body: text, created_at: at }): Text => {
      const part = `postcomment:${post_id}.${id}`;
      return {
        part,
        label: `comment ${id} on post ${post_id}`,
        kind: 'message.body',
        under: ['post', post_id],
        text,
        at,
      };
    }),
    ...articleComments.map(({ id, source_id, body: text, locale, created_at: at }): Text => {
      const part = `articlecomment:${source_id}.${id}.${locale}`;
      const label = `comment ${id} on article ${source_id}`;
      return { part, label, kind: 'message.body', under: ['article', source_id], text, at };
    }),
  ];
  return texts.map((text) => textSpot(text, user));
}

function textSpot(text: Text, user: number): Spot {
  const { part, kind, label } = text;
  const form = kind === 'message.subject' ? 'plain' : 'html';
  const content = { form, text: text.text } as const;
  return { id: helpSpot(user, part), kind, label, of: messageOf(text, user), content, ability: helpCenterText };
}

function messageOf({ part, under: [kind, key], at, opens = false }: Text, user: number): Message {
  return {
    type: 'message',
    id: messageIdOf(part.replace(/^title:/, 'post:')),
    dossier: helpDossierId(kind, key),
    at,
    channel: 'web',
    direction: 'incoming',
    author: personIdOf(user),
    from: [],
    to: [],
    copies: [],
    attendees: [],
    recipients: [],
    opensDossier: opens,
  };
}

/** Paths of subscriptions by what they are to: https://developer.zendesk.com/api-reference/help_center/help-center-api/subscriptions/ */
const places: Readonly<Record<string, string>> = {
  article: 'help_center/articles',
  section: 'help_center/sections',
  post: 'community/posts',
  communitypost: 'community/posts',
  topic: 'community/topics',
  communitytopic: 'community/topics',
};

function markSpots({ votes, subscriptions }: HelpTraces, user: number): readonly Spot[] {
  const known = subscriptions.flatMap(({ id, content_id, content_type }) => {
    const place = content_type.toLowerCase();
    return place in places ? [{ part: `subscription:${place}.${content_id}.${id}`, label: `subscription ${id}` }] : [];
  });
  return [...votes.map(({ id }) => ({ part: `vote:${id}`, label: `vote ${id}` })), ...known].map(({ part, label }) => ({
    id: helpSpot(user, part),
    kind: 'dossier.people',
    label: `${label} in the Help Center`,
    of: helpCenterDossier,
    content: { form: 'access', open: true },
    holder: personIdOf(user),
    ability: helpCenterMark,
  }));
}

const helpCenterDossier: Dossier = {
  type: 'dossier',
  id: helpDossierId('article', 0),
  label: 'the Help Center',
  state: 'open',
  openedBy: 'unknown',
  openedVia: 'web',
  tallies: {},
};

/** Where a vote or a subscription is deleted. */
export function markPath(part: string, which: string): string {
  if (part === 'vote') return `help_center/votes/${which}`;
  const [place = '', content = '', id = ''] = which.split('.');
  return `${places[place] ?? ''}/${content}/subscriptions/${id}`;
}
