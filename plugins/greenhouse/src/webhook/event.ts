import { z } from 'zod';
import { fieldCalled } from '../fields/field.ts';
import type { Field } from '../fields/field.ts';
import { personIdOf } from '../ids.ts';
import type { PersonId } from '@lethe/core';
import { id } from '../values.ts';

/** What happened to a candidate. Holds no name and no address, whatever the webhook held. */
export type GreenhouseEvent =
  /** By whomever: our own run, a retention rule, somebody else's integration. */
  | { readonly what: 'anonymized'; readonly person: PersonId; readonly fields: readonly Field[] }
  /** A run for `person` has to go on with `into`, reviewed anew. */
  | { readonly what: 'merged'; readonly person: PersonId; readonly into: PersonId }
  | { readonly what: 'deleted'; readonly person: PersonId }
  /** What a guard depends on has changed. */
  | { readonly what: 'hired' | 'unhired' | 'rejected' | 'unrejected'; readonly person: PersonId };

const person = id.transform(personIdOf);
const ofApplication = z.object({ application: z.object({ candidate: z.object({ id: person }) }) });

const changes = {
  hire_candidate: 'hired',
  unhire_candidate: 'unhired',
  reject_candidate: 'rejected',
  unreject_candidate: 'unrejected',
} as const;

const schema = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('candidate_anonymized'),
    payload: z.object({ candidate_id: person, anonymized_fields: z.array(z.string()) }),
  }),
  z.object({
    action: z.literal('merge_candidate'),
    payload: z.object({ person: z.object({ id: person, new_candidate_id: person }) }),
  }),
  z.object({ action: z.literal('delete_candidate'), payload: z.object({ person: z.object({ id: person }) }) }),
  z.object({ action: z.enum(['hire_candidate', 'unhire_candidate']), payload: ofApplication }),
  z.object({ action: z.enum(['reject_candidate', 'unreject_candidate']), payload: ofApplication }),
]);

/** What a webhook tells, from the bytes its signature was checked over; nothing where it is none of these events, or no JSON. */
export function greenhouseEvent(body: Uint8Array): GreenhouseEvent | undefined {
  const parsed = schema.safeParse(jsonIn(body));
  if (!parsed.success) return undefined;
  const { data } = parsed;
  switch (data.action) {
    case 'candidate_anonymized': {
      const { candidate_id, anonymized_fields } = data.payload;
      // Its names are not all those the API takes: `rejection_reasons`.
      return {
        what: 'anonymized',
        person: candidate_id,
        fields: anonymized_fields.flatMap((one) => fieldCalled(one) ?? []),
      };
    }
    case 'merge_candidate':
      return { what: 'merged', person: data.payload.person.id, into: data.payload.person.new_candidate_id };
    case 'delete_candidate':
      return { what: 'deleted', person: data.payload.person.id };
    default:
      return { what: changes[data.action], person: data.payload.application.candidate.id };
  }
}

function jsonIn(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
