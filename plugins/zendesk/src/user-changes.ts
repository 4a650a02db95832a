import { HostError } from '@lethe/core';
import type { Receipt } from '@lethe/core';
import * as write from './api-write.ts';
import type { Values } from './api-write.ts';
import { textOf } from './form.ts';
import { receipts } from './placed.ts';
import type { PlacedStep, Writing } from './placed.ts';

/** Changes a user in one call: all that is written on it, or that it may not sign in any more. */
export async function changeUser({ line }: Writing, steps: readonly PlacedStep[]): Promise<readonly Receipt[]> {
  const fields: Record<string, unknown> = {};
  const values: Record<string, unknown> = {};
  for (const { step, place } of steps) {
    if (place.part === 'userfield') fields[place.which] = null;
    else Object.assign(values, valuesFor(place.part, textOf(step)));
  }
  if (Object.keys(fields).length > 0) values.user_fields = fields;
  await write.updateUser(line, steps[0]?.place.key ?? 0, values);
  return receipts(steps, 'done');
}

function valuesFor(part: string, text: string): Values {
  switch (part) {
    case 'signin':
      return { suspended: true };
    case 'photo':
      // Which of the two takes the picture away is not documented: both say that there is none.
      return { photo: null, remote_photo_url: '' };
    case 'phone':
      return { phone: text, shared_phone_number: null };
    case 'external':
      return { external_id: text || null };
    case 'tags':
      return { tags: [] };
    default:
      return { [part]: text };
  }
}

/** Takes an identity away; an address that Zendesk does not give up is replaced with one that leads nowhere. */
export async function removeIdentity({ line }: Writing, steps: readonly PlacedStep[]): Promise<readonly Receipt[]> {
  const { key: user = 0, which = '' } = steps[0]?.place ?? {};
  const identity = Number(which);
  try {
    await write.deleteIdentity(line, user, identity);
  } catch (error) {
    const isAddress = steps.some(({ step }) => step.kind === 'person.email');
    if (!(error instanceof HostError) || error.code !== 'rejected' || !isAddress) throw error;
    await write.changeIdentity(line, { user, identity }, `anonymized-${user}@anonymized.invalid`);
  }
  return receipts(steps, 'done');
}

/** Ends the sessions of a user. */
export async function endSessions({ line }: Writing, steps: readonly PlacedStep[]): Promise<readonly Receipt[]> {
  await write.endSessions(line, steps[0]?.place.key ?? 0);
  return receipts(steps, 'done');
}
