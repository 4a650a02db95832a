import { Personal } from '@lethe/core';
import type { ReadyStep, SpotKind, StepGroup, StepId, Verb } from '@lethe/core';
import { mint } from '@lethe/core/testing';

/** What a step of a test is about. */
export interface Wanted {
  readonly spot: string;
  readonly verb: Verb;
  readonly kind?: SpotKind;
  /** What to write: a text or a list. */
  readonly to?: string | readonly string[];
  /** What was read. */
  readonly before?: string;
}

/** A step as core would hand it over. */
export function stepOn({ spot, verb, kind = 'message.body', to, before }: Wanted): ReadyStep {
  return {
    id: stepId(`step:${spot}`),
    spot: mint('spot', spot),
    kind,
    verb,
    ...(to === undefined ? {} : { after: afterFrom(to) }),
    ...(before === undefined ? {} : { before: Personal.of(before) }),
  };
}

/** Steps in one call. */
export function callWith(...steps: readonly Wanted[]): StepGroup {
  return { call: 'PUT', steps: steps.map(stepOn) };
}

function afterFrom(to: string | readonly string[]): NonNullable<ReadyStep['after']> {
  if (typeof to === 'string') return { form: 'plain', text: Personal.of(to) };
  return { form: 'list', items: to.map((item) => Personal.of(item)) };
}

function stepId(text: string): StepId {
  if (isStepId(text)) return text;
  throw new TypeError('A step has a name.');
}

function isStepId(text: string): text is StepId {
  return text !== '';
}
