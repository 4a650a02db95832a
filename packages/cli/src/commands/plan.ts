import { phraseFor } from '@lethe/core';
import { reviewPerson } from '@lethe/review';
import type { Reviewed } from '@lethe/review';
import { choosePeople, reviewOptions } from '../flow/choose.ts';
import { deskOf } from '../flow/desk.ts';
import { peopleRow } from '../output/people-text.ts';
import { planText } from '../output/plan-text.ts';
import { refusedText } from '../output/refused-text.ts';
import { obstacleLines } from '../output/trouble.ts';
import type { NamedHost } from '@lethe/settings';
import type { Session } from '../session.ts';
import type { Asked, PeopleOptions, Work } from './command.ts';

/** `lethe plan`: the dry run. Shows and stores what would happen to each person; changes nothing in the host. */
export function plan(texts: readonly string[], options: PeopleOptions): Work {
  return async (session) => {
    const named = await session.host(options.host);
    const reviews = await reviewAll(session, named, { texts, options });
    session.output.result(() => reviewsText(session, named, reviews), reviewsJson(session, named, reviews));
    return reviews.every((one) => one.obstacles.length === 0) ? 'ok' : 'obstacle';
  };
}

/** Reviews everybody a command is about. */
export async function reviewAll(session: Session, named: NamedHost, asked: Asked): Promise<readonly Reviewed[]> {
  const reviews: Reviewed[] = [];
  for (const person of await choosePeople(session, named, asked)) {
    reviews.push(await reviewPerson(await deskOf(session, named), person, reviewOptions(asked.options)));
  }
  return reviews;
}

/** The phrase for several people at once: the steps of all their plans. */
export function phraseForAll(session: Session, reviews: readonly Reviewed[]): string {
  const steps = reviews.flatMap((one) => ('record' in one ? one.record.plan.steps : []));
  return phraseFor({ steps }, session.rules.confirmation);
}

/** Reviews as people read them. */
export function reviewsText(session: Session, { host }: NamedHost, reviews: readonly Reviewed[]): string {
  const each = reviews.map((one) =>
    'record' in one
      ? [refusedText(one.refused), planText(one.record.plan, host.profile, session.rules.confirmation)]
          .filter((text) => text !== '')
          .join('\n\n')
      : `${host.profile.words.person} ${one.person.id} cannot be anonymized now:\n${obstacleLines(one.obstacles)}`,
  );
  const together = reviews.length > 1 ? [`To run all of them, confirm with: ${phraseForAll(session, reviews)}`] : [];
  return [...each, ...together].join('\n\n');
}

function reviewsJson(session: Session, { name }: NamedHost, reviews: readonly Reviewed[]): unknown {
  return {
    host: name,
    confirm: phraseForAll(session, reviews),
    people: reviews.map((one) => ({
      person: peopleRow(one.person),
      obstacles: one.obstacles,
      ...('record' in one
        ? {
            planId: one.record.id,
            confirm: phraseFor(one.record.plan, session.rules.confirmation),
            plan: one.record.plan,
            notLookedFor: one.refused,
          }
        : {}),
    })),
  };
}
