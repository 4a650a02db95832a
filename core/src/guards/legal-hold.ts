import type { Obstacle } from '../errors.ts';
import type { GuardFacts } from './guard-facts.ts';
import type { Hold } from './hold.ts';

/** Nothing is blanked that somebody has to keep. A hold outlives its review date until it is lifted. */
export function legalHold({ person, holds }: GuardFacts): readonly Obstacle[] {
  if (holds === undefined) return [holdsUnknown];
  return holds.filter((hold) => hold.person === person.id).map(obstacleOf);
}

function obstacleOf({ reason, reviewOn }: Hold): Obstacle {
  return {
    code: 'legal-hold',
    says: `A legal hold keeps this person's data (${reason}); its review is due on ${reviewOn}.`,
    remedy: 'Have whoever set the hold review it; once it is taken out of `holds` in the settings, review again.',
  };
}

const holdsUnknown: Obstacle = {
  code: 'legal-hold',
  says: "It could not be found out whether a legal hold keeps this person's data.",
  remedy: 'See to it that the settings can be read, then review again.',
};
