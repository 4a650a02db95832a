import type { Dossier, Reading as Answer, SpotId } from '@lethe/core';
import { placeOf } from './place.ts';
import type { Place, SpotPart } from './place.ts';
import { spotsOf, spotsOfApplication, viewed } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Part } from './record.ts';
import type { View } from './spots/view.ts';

interface Asked {
  readonly spot: SpotId;
  readonly place: Place;
}

/** Reads spots again: each part of a candidate that holds one of them once. */
export async function* rereadSpots(reading: Reading, spots: readonly SpotId[]): AsyncGenerator<Answer> {
  const groups = new Map<string, Asked[]>();
  for (const spot of spots) {
    const place = placeOf(spot);
    if (place !== undefined) groups.set(place.candidate, [...(groups.get(place.candidate) ?? []), { spot, place }]);
  }
  for (const [candidate, asked] of groups) yield* await answersTo(reading, candidate, asked);
}

async function answersTo(reading: Reading, candidate: string, asked: readonly Asked[]): Promise<readonly Answer[]> {
  const parts = new Set(asked.flatMap(({ place }) => partsFor(place)));
  const view = viewed(reading, candidate, await reading.harvest.record(candidate, parts));
  const lone = [...view.dossiers.keys()].flatMap((one) => spotsOfApplication(view, one));
  const found = [...lone, ...spotsOf(view)];
  const now = new Map(found.map((spot) => [spot.id, spot.content]));
  const spare = statistics.every((part) => parts.has(part)) ? sparedBy(view, asked) : [];
  return asked.map(({ spot, place }) => {
    const dossier = place.application === undefined ? spare.shift() : view.dossiers.get(place.application);
    const content = now.get(spot) ?? 'gone';
    return { spot, content, ...(dossier === undefined ? {} : { dossier }) };
  });
}

/** Applications none of whose own spots is read again: what the candidate shares is read with them, so that all are compared. */
function sparedBy({ dossiers }: View, asked: readonly Asked[]): Dossier[] {
  const own = new Set(asked.map(({ place }) => place.application));
  return [...dossiers].flatMap(([application, dossier]) => (own.has(application) ? [] : [dossier]));
}

/** What an application's statistics are read from: with one of its spots they are read again too. */
const statistics: readonly Part[] = ['applications', 'offers', 'scorecards', 'interviews', 'rejections', 'prospects'];

const feed: readonly Part[] = ['feed', 'rejections'];

const inParts: Readonly<Partial<Record<SpotPart, readonly Part[]>>> = {
  attachments: ['attachments'],
  attachment: ['attachments'],
  education: ['educations'],
  employment: ['employments'],
  scorecards_and_interviews: ['scorecards', 'interviews'],
  eeoc: ['eeoc'],
  demographic_answers: ['demographics'],
  notes: feed,
  rejection_notes: feed,
  emails: feed,
  activity_items: feed,
  innotes: feed,
  inmails: feed,
  touchpoints: feed,
  follow_up_reminders: feed,
  feed_item: feed,
};

function partsFor({ part, application }: Place): readonly Part[] {
  const own = inParts[part] ?? (application === undefined ? (['candidate'] as const) : []);
  return application === undefined ? own : [...own, ...statistics];
}
