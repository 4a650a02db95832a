import type { Spot } from '@lethe/core';
import { notInRest, plainText, requiredText } from './abilities.ts';
import type { Known } from './known.ts';
import { restrictionIn } from './known.ts';
import type { Filed, Part } from './parts.ts';
import { accountOf, fileOf, messageSpot, placeDossier, textSpot } from './parts.ts';
import { dossierIdOf } from '../ids.ts';
import type { News } from '../schema.ts';

/** Everything of a news item: its texts, files, and the comments, which the REST API does not change. */
export function newsSpots(news: News, known: Known): readonly Spot[] {
  const facts = { openedBy: accountOf(news.author), project: String(news.project.id) };
  const filed: Filed = {
    owner: 'news',
    key: news.id,
    dossier: placeDossier(dossierIdOf('news', news.id), `news ${news.id}`, facts),
    restriction: restrictionIn(news.project.id, known),
  };
  const texts: readonly Part[] = [
    { part: 'title', kind: 'dossier.title', label: 'title', text: news.title, ability: requiredText },
    { part: 'summary', kind: 'dossier.field', label: 'summary', text: news.summary, ability: plainText },
    { part: 'description', kind: 'dossier.description', label: 'text', text: news.description, ability: requiredText },
  ];
  return [
    ...texts.map((part) => textSpot(filed, part)),
    ...(news.attachments ?? []).map((file) => fileOf(filed, file)),
    ...news.comments.map(({ id, author, content }) => {
      const part = { part: `comment:${id}`, kind: 'message.body', label: `comment ${id}`, text: content } as const;
      return messageSpot(filed, { ...part, ability: notInRest }, { by: accountOf(author), at: news.created_on });
    }),
  ];
}
