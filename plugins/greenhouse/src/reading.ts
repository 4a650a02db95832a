import type { Clock, Spot } from '@lethe/core';
import type { Harvest } from './harvest.ts';
import type { GreenhouseOptions } from './options.ts';
import type { CandidateRecord } from './record.ts';
import type { Remembered } from './remembered.ts';
import { applicationSpots, loneApplicationSpots } from './spots/application-spots.ts';
import { candidateSpots } from './spots/candidate-spots.ts';
import { feedSpots } from './spots/feed-spots.ts';
import { viewOf } from './spots/view.ts';
import type { View } from './spots/view.ts';

/** What readings and writings are made with. */
export interface Reading {
  readonly harvest: Harvest;
  readonly options: GreenhouseOptions;
  readonly clock: Clock;
  readonly remembered: Remembered;
}

/** A candidate as it was read just now. */
export function viewed({ harvest, options, clock }: Reading, id: string, record: CandidateRecord): View {
  return viewOf(id, record, { harvest, options, now: clock.now() });
}

/** Every spot of a candidate with all applications; what the candidate is found by comes last. */
export function spotsOf(view: View): readonly Spot[] {
  return [...applicationSpots(view), ...feedSpots(view), ...candidateSpots(view)];
}

/** Every spot of one application alone. */
export function spotsOfApplication(view: View, application: string): readonly Spot[] {
  const found = view.record.applications.find(({ id }) => id === application);
  return found === undefined ? [] : loneApplicationSpots(view, found);
}
