import { z } from 'zod';
import type { Cast, Character } from '../shared/cast.ts';
import type { MailDoor } from './mails.ts';
import type { Catalogue, Numbers } from './people.ts';
import { numbered } from './rest.ts';
import type { Rest } from './rest.ts';
import type { Words } from '../shared/words.ts';

/** Everything the scenes of the world are played with. */
export interface Stage {
  readonly rest: Rest;
  readonly door: MailDoor;
  readonly cast: Cast;
  readonly numbers: Numbers;
  readonly catalogue: Catalogue;
  readonly words: Words;
  /** The project she writes in. */
  readonly support: number;
  /** A private project she has no part in. */
  readonly internal: number;
}

/** Opens an issue as somebody; gives its number. */
export async function openIssue(
  stage: Stage,
  who: Character,
  issue: Readonly<Record<string, unknown>>,
): Promise<number> {
  const whole = { project_id: stage.support, tracker_id: stage.catalogue.tracker('Support'), ...issue };
  const made = await stage.rest.as(who.login).post('/issues.json', { issue: whole }, z.object({ issue: numbered }));
  return made.issue.id;
}

/** Changes an issue as somebody, or adds a note to it. */
export async function updateIssue(
  stage: Stage,
  who: Character,
  change: { readonly id: number; readonly issue: unknown },
): Promise<void> {
  await stage.rest.as(who.login).put(`/issues/${change.id}.json`, { issue: change.issue });
}

/** The number of the issue that was made last. */
export async function latestIssue(stage: Stage): Promise<number> {
  const list = z.object({ issues: z.array(numbered).min(1) });
  const { issues } = await stage.rest.get('/issues.json?status_id=*&sort=id:desc&limit=1', list);
  return issues[0]?.id ?? 0;
}
