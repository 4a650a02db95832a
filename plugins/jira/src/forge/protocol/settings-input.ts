import { personKinds } from '@lethe/core';
import { z } from 'zod';
import { accountModes } from './account-mode.ts';

/** Rules that come with the app: whole mails; whole messages of every channel; nothing but what names the person. */
const presetNames = ['default', 'every-channel', 'mentions-only'] as const;
/** One of them. */
export type PresetName = (typeof presetNames)[number];

const name = z.string().trim().min(1).max(80);

/** What the settings page sends. Rules are judged by core afterwards; a fault names the field. */
export const settingsInputSchema = z.strictObject({
  rules: z.union([
    z.strictObject({ preset: z.enum(presetNames) }),
    /** A rules file as JSON. */
    z.strictObject({ json: z.string().min(2).max(100_000) }),
  ]),
  names: z.strictObject({
    /** In place of a person's name. */
    person: name,
    /** In place of a text that may not be empty, such as a summary. */
    text: name,
    /** The word to be typed before the number of steps. */
    confirmation: z.string().max(20),
  }),
  guards: z.strictObject({
    kinds: z.array(z.enum(personKinds)).max(personKinds.length).readonly(),
    accessRemovedFirst: z.array(z.enum(personKinds)).max(personKinds.length).readonly(),
  }),
  /** What becomes of a customer's account unless the reviewer chooses. */
  account: z.enum(accountModes),
  /** Days reports are kept. */
  reportDays: z.int().min(1).max(3_650),
  /** Custom fields that are emptied as a whole. */
  clearFields: z
    .array(z.string().regex(/^customfield_[0-9]{1,12}$/u))
    .max(100)
    .readonly(),
  /** Whether erased people are recognized when they write again, by a keyed hash. */
  watchReturns: z.boolean(),
  /** Whether a rule of Jira Automation may run what it prepared without a person confirming it. */
  automationRuns: z.boolean(),
});
/** The settings as a page sends them. */
export type SettingsInput = z.infer<typeof settingsInputSchema>;
