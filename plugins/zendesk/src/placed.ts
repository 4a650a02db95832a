import { HostError } from '@lethe/core';
import type { ReadyStep, Receipt, StepGroup } from '@lethe/core';
import type { Line } from './ask.ts';
import type { Known } from './known.ts';
import { placeOf } from './place.ts';
import type { Place } from './place.ts';
import type { Remembered } from './remembered.ts';

/** A step and where it is. */
export interface PlacedStep {
  readonly step: ReadyStep;
  readonly place: Place;
}

/** What a host writes with. */
export interface Writing {
  readonly line: Line;
  readonly known: Known;
  readonly remembered: Remembered;
}

/** The steps of a group with their places. Throws `HostError` for a spot that is not Zendesk's. */
export function placedIn({ steps }: StepGroup): readonly PlacedStep[] {
  return steps.map((step) => {
    const place = placeOf(step.spot);
    if (place === undefined)
      throw new HostError('rejected', 'A step names a spot that Zendesk does not have: make a new plan.');
    return { step, place };
  });
}

/** The same receipt for some steps. */
export function receipts(
  steps: readonly PlacedStep[],
  claim: 'done' | 'absent' | 'stale' | 'queued',
): readonly Receipt[] {
  return steps.map(({ step }) => ({ step: step.id, claim }));
}
