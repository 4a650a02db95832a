import { HostError } from '@lethe/core';
import type { ReadyStep, Receipt, StepGroup } from '@lethe/core';
import { fieldCalled } from './fields/field.ts';
import type { Field } from './fields/field.ts';
import { textOf, twoNames } from './form.ts';
import { placeOf } from './place.ts';
import type { Place } from './place.ts';
import { spotsOf, viewed } from './reading.ts';
import type { Reading } from './reading.ts';
import { allParts } from './record.ts';

/** Makes the calls of a group. What is gone counts as blanked; throws `HostError` for everything else that fails. */
export async function applyGroup(reading: Reading, { steps }: StepGroup): Promise<readonly Receipt[]> {
  const [first] = steps;
  const place = first === undefined ? undefined : placeOf(first.spot);
  if (first === undefined) return [];
  if (place === undefined) throw notByCall();
  try {
    return await carryOut(reading, place, steps);
  } catch (error) {
    if (error instanceof HostError && error.code === 'gone')
      return steps.map(({ id }) => ({ step: id, claim: 'absent' }));
    throw error;
  }
}

function notByCall(): HostError {
  return new HostError('rejected', 'A step is about something no call to Greenhouse changes: make a new plan.');
}

async function carryOut(reading: Reading, place: Place, steps: readonly ReadyStep[]): Promise<readonly Receipt[]> {
  if (place.part !== 'attachment') return anonymize(reading, place.candidate, steps);
  await reading.harvest.removeAttachment(place.which);
  return steps.map(({ id }) => ({ step: id, claim: 'done' }));
}

/** One call for all fields, then one for the names Greenhouse would leave with the candidate's number or not touch. */
async function anonymize(
  reading: Reading,
  candidate: string,
  steps: readonly ReadyStep[],
): Promise<readonly Receipt[]> {
  await know(reading, candidate, steps);
  const shared = steps.filter((step) => takesMore(reading, candidate, step));
  const free = steps.filter((step) => !shared.includes(step));
  const fields = [...new Set(free.flatMap((step) => fieldOf(step) ?? []))];
  if (fields.length > 0) await reading.harvest.anonymize(candidate, fields);
  const named = free.filter((step) => isName(step) || fieldOf(step) === undefined);
  const refused = named.length === 0 ? undefined : await rename(reading, candidate, named);
  return steps.map((step): Receipt => {
    if (shared.includes(step)) return { step: step.id, claim: 'refused', code: 'rejected', remedy: others };
    if (refused !== undefined && named.includes(step))
      return { step: step.id, claim: 'refused', code: refused.code, remedy: `${refused.message} ${lastName}` };
    return { step: step.id, claim: 'done' };
  });
}

const others =
  'Greenhouse anonymizes this on all applications of the candidate at once, and on another one it is kept by a rule or was edited after the review.';
const lastName =
  'If Greenhouse wants a last name, give the rules a name of two words (`replacement.name`), or allow the credential to update candidates.';

function fieldOf({ spot }: ReadyStep): Field | undefined {
  return fieldCalled(placeOf(spot)?.part ?? '');
}

function isName(step: ReadyStep): boolean {
  return fieldOf(step) === 'full_name';
}

/** What a field would take along is known from the latest listing; where there was none, the candidate is read. */
async function know(reading: Reading, candidate: string, steps: readonly ReadyStep[]): Promise<void> {
  const { harvest, remembered } = reading;
  remembered.want(steps.map(({ spot }) => spot));
  if (remembered.knows(candidate)) return;
  const record = await harvest.record(candidate, allParts);
  remembered.see(candidate, spotsOf(viewed(reading, candidate, record)));
}

function takesMore({ remembered }: Reading, candidate: string, step: ReadyStep): boolean {
  const field = fieldOf(step);
  return field !== undefined && remembered.takesMore(candidate, field);
}

/**
 * Writes the name of the rules, and empties the preferred one. Answers the refusal of this call alone: the anonymization before it
 * took effect. Throws `HostError` where the host itself cannot be used now.
 */
async function rename(
  { harvest }: Reading,
  candidate: string,
  steps: readonly ReadyStep[],
): Promise<HostError | undefined> {
  const step = steps.find(isName);
  const isPreferred = steps.some((one) => placeOf(one.spot)?.part === 'preferred_name');
  try {
    await harvest.rename(candidate, {
      ...(step === undefined ? {} : { name: twoNames(textOf(step)) }),
      ...(isPreferred ? { preferredName: null } : {}),
    });
    return undefined;
  } catch (error) {
    if (error instanceof HostError && ['rejected', 'not-permitted', 'unreadable'].includes(error.code)) return error;
    throw error;
  }
}
