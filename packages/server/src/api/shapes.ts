import { obstacleCodes } from '@lethe/core';
import type { DossierId, Obstacle, PersonId } from '@lethe/core';
import { z } from 'zod';
import type { Waits } from '../work/waiting.ts';

/** Where the API is. */
export const API = '/api/v1';

/** An opaque id of ours. */
export const id = z.uuid().describe('Opaque.');
/** The name of a host in this installation. */
export const hostName = z.string().regex(/^[a-z0-9-]{1,40}$/);
/** An id in a host: no address and no name looks so. */
export const hostId = z
  .string()
  .regex(/^[A-Za-z0-9:_.-]{1,128}$/)
  .describe('An id in the host, never a name or an address.');
/** A moment in UTC. */
export const moment = z.iso.datetime();
/** The opaque id of an operator. */
export const operatorId = z.string().regex(/^[a-z0-9:_-]{1,64}$/);
/** A version of something that several people may change. */
export const version = z
  .int()
  .min(0)
  .describe('The version that was looked at: somebody else’s change since then is not overwritten.');
/** Obstacles somebody knows of and goes on in spite of. */
export const acknowledged = z.array(z.enum(obstacleCodes)).max(20).readonly();
/** Something somebody typed to name a person. It is in no address, no log and no table. */
export const typed = z.string().min(1).max(320).describe('Personal: kept in memory only.');

/** A person in a host, by the id that was checked. */
export const personId = hostId.transform((text) => text as PersonId);

/** A dossier in a host. */
export const dossierId = hostId.transform((text) => text as DossierId);

/** What stands in the way, and the way out. */
export const obstacleSchema = z
  .strictObject({
    code: z.enum(obstacleCodes),
    says: z.string(),
    remedy: z.string(),
    acknowledgeable: z.boolean().optional(),
  })
  .meta({ id: 'Obstacle' });

/** An obstacle as it is answered. */
export function shownObstacle({ code, says, remedy, acknowledgeable }: Obstacle): z.infer<typeof obstacleSchema> {
  return { code, says, remedy, ...(acknowledgeable === undefined ? {} : { acknowledgeable }) };
}

/** What something that is approved, or asked for, waits for. */
export const waitsSchema = z
  .strictObject({ for: z.enum(['second-person', 'time', 'night']), until: moment.optional() })
  .describe('second-person: until a request expires. time: it can be taken back until then. night: it begins then.')
  .meta({ id: 'Waits' });

/** What it waits for, as it is answered. */
export function shownWaits(waits: Waits | undefined): { readonly waits?: z.infer<typeof waitsSchema> } {
  if (waits === undefined) return {};
  return { waits: { for: waits.for, ...(waits.until === undefined ? {} : { until: waits.until.toISOString() }) } };
}

/** Something was done, and there is nothing to say about it. */
export const none = { 204: z.undefined().describe('Done.') };
/** By its id. */
export const byId = z.strictObject({ id });
/** By its name. */
export const byName = z.strictObject({ name: hostName });
