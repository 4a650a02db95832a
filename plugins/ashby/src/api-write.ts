import { tell } from './ask.ts';
import type { Line } from './ask.ts';

/** Writing calls, one function an endpoint: https://developers.ashbyhq.com/reference */

/** What a candidate is to hold; what is left out stays as it is. `alternateEmail` would only add one. */
export interface CandidateValues {
  readonly name?: string;
  /** Takes the place of all links there are. */
  readonly socialLinks?: readonly { readonly type: string; readonly url: string }[];
}

/** Changes a candidate, and mails nobody about it: Ashby would tell everybody who follows the candidate. */
export async function updateCandidate(line: Line, candidateId: string, values: CandidateValues): Promise<void> {
  const body = { candidateId, ...values, sendNotifications: false };
  await tell(line, { what: 'change a candidate', endpoint: 'candidate.update', body });
}

/** Takes away what Ashby holds to be personal. Nobody can bring it back. */
export async function anonymizeCandidate(line: Line, candidateId: string): Promise<void> {
  await tell(line, {
    what: 'anonymize a candidate',
    endpoint: 'candidate.anonymize',
    body: { candidateId },
    asks: 'Ashby wants every application of the candidate to be archived or hired first.',
  });
}

/** Takes a tag off a candidate; other candidates keep it. */
export async function removeTag(line: Line, candidateId: string, tagId: string): Promise<void> {
  await tell(line, { what: 'remove a tag', endpoint: 'candidate.removeTag', body: { candidateId, tagId } });
}

/** What fields of one candidate or application are to hold. */
export interface FieldValues {
  readonly objectId: string;
  readonly objectType: 'Candidate' | 'Application';
  readonly values: readonly { readonly fieldId: string; readonly fieldValue: string }[];
}

/** Sets fields of one candidate or application: Ashby wants several of them in one call, as they would overtake each other. */
export async function setFields(line: Line, { objectId, objectType, values }: FieldValues): Promise<void> {
  const [only] = values;
  const call = {
    what: 'set custom fields',
    asks: 'If it does not take an empty text, set `emptyFields: overwritten`.',
  };
  const of = { objectId, objectType };
  if (only !== undefined && values.length === 1)
    await tell(line, { ...call, endpoint: 'customField.setValue', body: { ...of, ...only } });
  else await tell(line, { ...call, endpoint: 'customField.setValues', body: { ...of, values } });
}
