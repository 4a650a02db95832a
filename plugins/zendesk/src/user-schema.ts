import { Personal } from '@lethe/core';
import { z } from 'zod';
import { ownUserFields } from './own-fields.ts';
import { number, numberOrNone, personal, texts, time } from './values.ts';

/** Fields of users and of the account we read from Zendesk's answers, and no others. */

/** A user with all that is written on it. */
export const userSchema = z.object({
  id: number,
  name: personal,
  alias: personal,
  details: personal,
  notes: personal,
  signature: personal,
  email: personal,
  phone: personal,
  external_id: personal,
  role: z.string(),
  suspended: z
    .boolean()
    .nullish()
    .transform((suspended) => suspended ?? false),
  active: z
    .boolean()
    .nullish()
    .transform((active) => active ?? true),
  shared: z
    .boolean()
    .nullish()
    .transform((shared) => shared ?? false),
  organization_id: numberOrNone,
  custom_role_id: numberOrNone,
  ticket_restriction: z.string().nullish(),
  tags: texts,
  user_fields: z
    .record(z.string(), z.union([z.string(), z.number()]).nullable().catch(null))
    .nullish()
    .transform((fields) =>
      Object.entries(fields ?? {})
        .filter(([key]) => !ownUserFields.includes(key))
        .map(([key, value]) => ({ key, value: Personal.of(value === null ? null : String(value)) })),
    ),
  photo: z.object({ id: number, file_name: personal }).nullish(),
  last_login_at: time.nullish(),
});
export type User = z.output<typeof userSchema>;

/** One way to reach or recognize a user. */
export const identitySchema = z.object({
  id: number,
  user_id: number,
  type: z.string(),
  value: personal,
  primary: z
    .boolean()
    .nullish()
    .transform((primary) => primary ?? false),
});
export type Identity = z.output<typeof identitySchema>;

/** A user who was deleted, as the list of deleted users shows it. */
export const deletedUserSchema = z.object({
  id: number,
  name: personal,
  email: personal,
  phone: personal,
  role: z.string(),
});
export type DeletedUser = z.output<typeof deletedUserSchema>;

/** The account the calls are made with. */
export const selfSchema = z.object({
  id: number.nullable(),
  role: z.string(),
  custom_role_id: numberOrNone,
  ticket_restriction: z.string().nullish(),
});

const flag = z.boolean().nullish();

/** Settings of the account an erasure depends on. */
export const settingsSchema = z.object({
  agents: z.object({ agent_workspace: flag }).nullish(),
  tickets: z.object({ agent_ticket_deletion: flag, follower_and_email_cc_collaborations: flag }).nullish(),
  side_conversations: z.record(z.string(), z.unknown()).nullish(),
});
export type Settings = z.output<typeof settingsSchema>;

/** Rights of a role; other rights are of no matter here. */
export const roleSchema = z.looseObject({
  ticket_access: z.string().nullish(),
  end_user_profile_access: z.string().nullish(),
  ticket_deletion: flag,
});
export type RoleRights = z.output<typeof roleSchema>;
