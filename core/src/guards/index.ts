import type { Obstacle, ObstacleCode } from '../errors.ts';
import { addressOfOne } from './address-of-one.ts';
import { accessRemoved } from './access-removed.ts';
import { withoutAcknowledged } from './acknowledged.ts';
import { alreadyAnonymized } from './already-anonymized.ts';
import { endUsersOnly } from './end-users-only.ts';
import type { Guard, GuardFacts } from './guard-facts.ts';
import { legalHold } from './legal-hold.ts';
import { masteredElsewhere } from './mastered-elsewhere.ts';
import { notEmployed } from './not-employed.ts';
import { notLastAdministrator } from './not-last-administrator.ts';
import { notOneself } from './not-oneself.ts';
import { runInProgress } from './run-in-progress.ts';

export type { Guard, GuardFacts, OpenRun } from './guard-facts.ts';
export { guardSettingsSchema, type GuardSettings } from './guard-settings.ts';
export { caseObstacles, type CaseCheck } from './case-obstacles.ts';
export { kindByAddress, peopleSettingsSchema, type PeopleSettings } from './kind-by-address.ts';
export { holdReasons, holdSchema, type Hold, type HoldReason } from './hold.ts';

/** When the guards are asked. The same questions at review and before a run starts; a resumed run is its own trace. */
export type GuardPhase = 'review' | 'run' | 'resume';

/** What the reviewer has acknowledged, and when this is asked. */
export interface GuardCheck {
  readonly phase: GuardPhase;
  /** Counts only for obstacles that may be acknowledged. */
  readonly acknowledged: readonly ObstacleCode[];
}

const always: readonly Guard[] = [
  endUsersOnly,
  accessRemoved,
  notEmployed,
  notOneself,
  notLastAdministrator,
  masteredElsewhere,
  addressOfOne,
  legalHold,
];
const beforeItStarts: readonly Guard[] = [alreadyAnonymized, runInProgress];

/** Everything that stands in the way of anonymizing this person now, not only the first. Empty: nothing does. */
export function obstaclesFor(facts: GuardFacts, { phase, acknowledged }: GuardCheck): readonly Obstacle[] {
  const guards = phase === 'resume' ? always : [...always, ...beforeItStarts];
  return withoutAcknowledged(
    guards.flatMap((guard) => guard(facts)),
    acknowledged,
  );
}
