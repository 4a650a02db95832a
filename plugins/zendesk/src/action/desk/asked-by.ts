import { HostError } from '@lethe/core';
import type { PersonId } from '@lethe/core';
import { z } from 'zod';
import { personIdOf } from '../../ids.ts';
import type { ZafReader } from '../permission/zaf-reader.ts';

const idSchema = z.coerce.number().int().positive();

/** Zendesk's number of the agent, as the framework says it. Throws `HostError` if it does not. */
export async function agentNumber(client: ZafReader): Promise<string> {
  const values = await client.get('currentUser.id');
  const parsed = idSchema.safeParse(values['currentUser.id']);
  if (parsed.success) return String(parsed.data);
  throw new HostError('unreadable', "Zendesk's app framework does not say who works this page. Reload the page.", {
    cause: parsed.error,
  });
}

/** The agent's own account: nobody anonymizes themselves. */
export async function askedBy(client: ZafReader): Promise<PersonId> {
  return personIdOf(await agentNumber(client));
}
