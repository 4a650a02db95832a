import { digestOf } from '../canonical.ts';
import type { Obstacle } from '../errors.ts';
import type { Run } from './run.ts';

const altered: Obstacle = {
  code: 'confirmation-outdated',
  says: 'The plan is not the one that was confirmed: it was changed where it is stored.',
  remedy: 'Find out who changed it, then make and confirm a new plan.',
};

const elsewhere: Obstacle = {
  code: 'confirmation-outdated',
  says: 'The plan was made for another host.',
  remedy: 'Run it there, or make and confirm a plan for this one.',
};

const otherRules: Obstacle = {
  code: 'confirmation-outdated',
  says: 'The rules are not those the plan was made by.',
  remedy: 'Put those rules back, or make and confirm a new plan.',
};

/** Why a plan may not be carried out here, whoever approved its digest. */
export function planObstacle({ plan, host, rules }: Pick<Run, 'plan' | 'host' | 'rules'>): Obstacle | undefined {
  const { digest, ...content } = plan;
  if (digestOf(content) !== digest) return altered;
  if (plan.host !== host.profile.id) return elsewhere;
  return digestOf(rules) === plan.rules.digest ? undefined : otherRules;
}
