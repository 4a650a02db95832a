import type { PlanRecord, StepId } from '@lethe/core';

import { inventedRecord, stepIds } from '@lethe/core/testing';

/** What the crashing process does, in order. */
export const crashStatements = ['save', 'begin', 'intend', 'settle', 'settle again', 'end'] as const;
export type CrashStatement = (typeof crashStatements)[number];

/** The two steps of its run. */
export const crashSteps: readonly [StepId, StepId] = [onlyOne(stepIds(1, 0)), onlyOne(stepIds(1, 1))];

/** The plan it saves; named by the test, so that both know it. */
export function crashPlan(id: string): PlanRecord {
  return { ...inventedRecord({ person: `person-of-${id}`, steps: 2 }), id };
}

function onlyOne(ids: readonly StepId[]): StepId {
  const [id] = ids;
  if (id === undefined) throw new RangeError('There is one.');
  return id;
}
