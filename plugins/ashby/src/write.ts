import { HostError } from '@lethe/core';
import type { ReadyStep, Receipt, StepGroup } from '@lethe/core';
import { anonymizeGroup } from './anonymize.ts';
import * as api from './api.ts';
import * as write from './api-write.ts';
import { entriesOf, textOf } from './form.ts';
import { placeOf } from './place.ts';
import type { Place } from './place.ts';
import type { Source } from './reading.ts';

/** Makes the calls of a group. What is gone counts as blanked; throws `HostError` for everything else that fails. */
export async function applyGroup(source: Source, { steps }: StepGroup): Promise<readonly Receipt[]> {
  const [first] = steps;
  if (first === undefined) return [];
  try {
    if (first.kind.startsWith('person.')) return await anonymizeGroup(source, steps);
    await changeOne(source, first, steps);
    return steps.map(({ id }) => ({ step: id, claim: 'done' }));
  } catch (error) {
    if (error instanceof HostError && error.code === 'gone')
      return steps.map(({ id }) => ({ step: id, claim: 'absent' }));
    throw error;
  }
}

async function changeOne(source: Source, first: ReadyStep, steps: readonly ReadyStep[]): Promise<void> {
  const place = placeOf(first.spot);
  if (place?.part === 'tags') return removeTags(source, place.key, steps);
  if (place?.part !== 'field') throw notByCall();
  await setFields(source, place, steps);
}

function notByCall(): HostError {
  return new HostError('rejected', 'A step is about something no call to Ashby changes: make a new plan.');
}

async function setFields({ line }: Source, { owner, key }: Place, steps: readonly ReadyStep[]): Promise<void> {
  const values = steps.map((step) => ({ fieldId: placeOf(step.spot)?.which ?? '', fieldValue: textOf(step) }));
  await write.setFields(line, {
    ...{ objectId: key, values },
    objectType: owner === 'candidate' ? 'Candidate' : 'Application',
  });
}

/** Ashby takes the tags that go, not those that stay. */
async function removeTags({ line, remembered }: Source, candidate: string, steps: readonly ReadyStep[]): Promise<void> {
  const staying = new Set(steps.flatMap(entriesOf));
  const tags = remembered.tags(candidate) ?? (await api.candidateById(line, candidate)).tags;
  for (const { id, title } of tags) if (!staying.has(title.reveal())) await write.removeTag(line, candidate, id);
}
