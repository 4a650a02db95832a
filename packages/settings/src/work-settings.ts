import { personKinds } from '@lethe/core';
import { z } from 'zod';

/** When a run needs a second person besides whoever asked for it; that person is always another one. */
export const approvalsSchema = z.strictObject({
  second: z
    .union([
      z.enum(['never', 'always']),
      z.strictObject({
        /** Plans of more steps than this. */
        aboveSteps: z.number().int().min(0).optional(),
        /** Every further plan of one operator who has asked for this many runs in a night: what is many is bulk. */
        aboveRuns: z.number().int().min(0).optional(),
        /** Plans about people of these kinds. */
        kinds: z.array(z.enum(personKinds)).readonly().optional(),
      }),
    ])
    .default('never'),
  /** A request nobody has answered by then has to be made again. */
  secondWithinHours: z.number().int().min(1).max(720).default(72),
  /** How long every approved run waits, so that it can be taken back. */
  waitMinutes: z.number().int().min(0).max(10_080).default(0),
  /** `tonight`: every run waits for one o'clock at night, whatever whoever asks for it says. */
  begin: z.enum(['as-asked', 'tonight']).default('as-asked'),
});

/** When a run needs a second person, and how long it waits. */
export type ApprovalSettings = Readonly<z.output<typeof approvalsSchema>>;

/** How many runs may be asked for. A night goes from noon to noon, in the installation's time zone. */
export const capsSchema = z.strictObject({
  perOperator: z.number().int().min(0).max(100_000).default(50),
  perNight: z.number().int().min(0).max(100_000).default(500),
  /** Whoever asks for more runs than this in so many minutes is held until an administrator lets them go on. */
  velocity: z
    .strictObject({
      runs: z.number().int().min(1).max(10_000).default(20),
      minutes: z.number().int().min(1).max(1440).default(10),
    })
    .prefault({}),
});

/** How many runs may be asked for. */
export type CapSettings = Readonly<z.output<typeof capsSchema>>;

/** How long erased people are recognized should they come back. */
export const watchSchema = z.strictObject({
  /** Keyed hashes of what they went by are kept for so many days and then destroyed; 0 keeps none. */
  keepDays: z.number().int().min(0).max(3650).default(730),
});

/** How long erased people are recognized. */
export type WatchSettings = Readonly<z.output<typeof watchSchema>>;

/** Which addresses hosts that are added over the API may have besides those of their vendors. */
export const hostAddressesSchema = z.strictObject({
  /** Origins, exactly: `https://tickets.intern.example:8443`. They may be private, and plain http. */
  allow: z
    .array(
      z
        .url({ protocol: /^https?$/ })
        .refine((text) => new URL(text).origin === text.replace(/\/$/, ''), 'name the origin alone, without a path')
        .transform((text) => new URL(text).origin),
    )
    .readonly()
    .default([]),
});

/** Where nights are counted and runs begin at one o'clock: as the machine has it, unless told. */
export const timeZoneSchema = z
  .string()
  .refine(isTimeZone, 'name a time zone, such as Europe/Berlin')
  .default(() => Intl.DateTimeFormat().resolvedOptions().timeZone);

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
