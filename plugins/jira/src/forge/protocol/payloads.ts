import { obstacleCodes } from '@lethe/core';
import { z } from 'zod';
import { accountModes } from './account-mode.ts';
import { settingsInputSchema } from './settings-input.ts';

const nothing = z.strictObject({});
/** Random ids of ours; never a host's. */
const id = z.string().regex(/^[A-Za-z0-9-]{1,64}$/u);
const issue = z.string().regex(/^(?:[A-Za-z][A-Za-z0-9_]{0,30}-)?[0-9]{1,18}$/u);
const acknowledged = z.array(z.enum(obstacleCodes)).max(obstacleCodes.length).readonly().default([]);
/** A person as the resolver named them: sealed, good for the user it was given to, for a day. */
const ref = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/u)
  .max(2_000);

/** What each function is told. Everything a browser sends goes through these, and nothing else of it is used. */
export const payloads = {
  standing: nothing,
  /** Ids or keys; without any, the issue the screen is shown on. */
  who: z.strictObject({ issues: z.array(issue).max(50).readonly().default([]) }),
  find: z.strictObject({ text: z.string().trim().min(1).max(500) }),
  startReview: z.strictObject({
    ref,
    /** Without one, as the settings say. */
    account: z.enum(accountModes).optional(),
    acknowledged,
    /** Further names, addresses, numbers of the person. */
    also: z.array(z.string().trim().min(1).max(200)).max(20).readonly().default([]),
  }),
  review: z.strictObject({ review: id }),
  confirm: z.strictObject({
    review: id,
    /** Of the plan that was on the screen. */
    digest: z.string().regex(/^[0-9a-f]{64}$/u),
    typed: z.string().max(100),
    acknowledged,
  }),
  run: z.strictObject({ run: id }),
  stop: z.strictObject({ run: id }),
  resume: z.strictObject({ run: id, acceptRefused: z.boolean().default(false) }),
  callOff: z.strictObject({ run: id }),
  runs: nothing,
  report: z.strictObject({ run: id }),
  returns: nothing,
  settleReturn: z.strictObject({ id }),
  settings: nothing,
  saveSettings: settingsInputSchema,
} as const;
