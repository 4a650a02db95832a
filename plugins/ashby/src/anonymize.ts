import { HostError } from '@lethe/core';
import type { ReadyStep, Receipt } from '@lethe/core';
import * as api from './api.ts';
import * as write from './api-write.ts';
import type { CandidateValues } from './api-write.ts';
import { textOf } from './form.ts';
import { placeOf } from './place.ts';
import type { Place } from './place.ts';
import type { Source } from './reading.ts';

/**
 * Takes away what is the candidate's own: name and links by a call that is sure to reach them, and the rest by the one call that
 * nobody can take back. Ashby does not publish what that reaches. Core reads again; whatever it then asks for once more although the
 * addresses went is what Ashby leaves, and is refused.
 */
export async function anonymizeGroup(source: Source, steps: readonly ReadyStep[]): Promise<readonly Receipt[]> {
  const { line, known } = source;
  const candidate = await candidateIn(source, steps);
  const values = valuesIn(steps);
  const wasSaid = known.saidAnonymized(candidate);
  const isToDo = !wasSaid || steps.some(isFoundBy);
  if (!wasSaid) await update(source, candidate, values);
  if (isToDo) {
    await write.anonymizeCandidate(line, candidate);
    known.anonymized(candidate);
  }
  // Ashby may have put a name of its own in place of ours.
  if (wasSaid) await update(source, candidate, values);
  return steps.map((step) => (isToDo || isUpdated(step) ? { step: step.id, claim: 'done' } : left(step)));
}

async function update({ line }: Source, candidate: string, values: CandidateValues): Promise<void> {
  if (Object.keys(values).length > 0) await write.updateCandidate(line, candidate, values);
}

function left({ id }: ReadyStep): Receipt {
  return {
    step: id,
    claim: 'refused',
    code: 'rejected',
    remedy:
      'candidate.anonymize left it, and no other call of the API reaches it: delete it in Ashby by hand, and take its kind out of `anonymizeTakes` so that it is announced beforehand.',
  };
}

/** What somebody is found by is what Ashby certainly takes: where it is still there, the call did nothing. */
function isFoundBy({ kind }: ReadyStep): boolean {
  return kind === 'person.email' || kind === 'person.phone';
}

function isUpdated({ spot }: ReadyStep): boolean {
  const part = placeOf(spot)?.part;
  return part === 'name' || part === 'links';
}

function valuesIn(steps: readonly ReadyStep[]): CandidateValues {
  const name = steps.find(({ spot }) => placeOf(spot)?.part === 'name');
  const links = steps.some(({ spot }) => placeOf(spot)?.part === 'links');
  return { ...(name === undefined ? {} : { name: textOf(name) }), ...(links ? { socialLinks: [] } : {}) };
}

/** Whose steps they are: what an application holds of its candidate's own goes with the candidate. */
async function candidateIn({ line, remembered }: Source, steps: readonly ReadyStep[]): Promise<string> {
  const places = steps.flatMap(({ spot }): Place[] => {
    const place = placeOf(spot);
    return place === undefined ? [] : [place];
  });
  const named = new Set(places.flatMap(({ owner, key }) => (owner === 'candidate' ? [key] : [])));
  const [candidate] = named;
  if (candidate !== undefined && named.size === 1) return candidate;
  const [first] = places;
  if (first === undefined || named.size > 1)
    throw new HostError('rejected', 'Steps of several candidates came together: make a new plan for each.');
  return remembered.candidateWith(first.key) ?? (await api.applicationById(line, first.key)).candidate.id;
}
