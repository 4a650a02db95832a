import { z } from 'zod';
import { hostErrorCodes, obstacleCodes } from '../errors.ts';
import { spotKinds } from '../host.ts';
import { outcomes } from '../outcome.ts';
import { keptReasons } from '../plan.ts';
import { checkTimes } from './check-times.ts';

/** How a step ended, best first; `open`: its call was under way when the run ended. */
const ends = [...outcomes, 'open'] as const;

const count = z.int().nonnegative();
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const moment = z.iso.datetime({ precision: 3 });
const kind = z.enum(spotKinds);
const name = z.string().regex(/^[a-z0-9-]{1,40}$/);
const id = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
const position = z.strictObject({ seq: z.int().positive(), hash: digest });
const counts = z.partialRecord(z.enum(ends), count).readonly();
/** A fixed sentence of a plugin, on one line. */
const sentence = z.string().regex(/^[^\p{Cc}\p{Zl}\p{Zp}]{1,600}$/u);

function many<T extends z.ZodType>(one: T): z.ZodReadonly<z.ZodArray<T>> {
  return z.array(one).readonly();
}

/** What a later check may come to: all is as the run left it, something is there again, or nobody could look. */
export const checkResults = ['as-left', 'changed', 'not-possible'] as const;
/** Why nobody could look: one of the host's eight codes, or the host was taken out of this installation, or is not set up for it. */
export const checkTroubles = [...hostErrorCodes, 'host-removed', 'settings'] as const;

/** A later check, as the certificate tells of it. */
export const laterCheckSchema = z.strictObject({
  /** Which checks this one reading stands for: more than one where the earlier could not be made in time. */
  covers: z.array(z.enum(checkTimes)).min(1).readonly(),
  due: moment,
  at: moment,
  result: z.enum(checkResults),
  /** Spots that were read again. */
  reread: count,
  /** Spots that are not as the run left them, by kind. */
  changed: many(z.strictObject({ kind, count })),
  /** Texts only mentions were cut from: without knowing whom to look for nobody can tell whether one is back. */
  unchecked: count,
  trouble: z.enum(checkTroubles).exactOptional(),
  /** The ledger's entry about it. */
  ledger: position,
});
/** A later check, see `laterCheckSchema`. */
export type LaterCheck = Readonly<z.infer<typeof laterCheckSchema>>;

const steps = z.strictObject({
  planned: count,
  /** Seen gone in a fresh reading. */
  proven: count,
  /** The host says done, or that it is still at work, and cannot show it. */
  claimed: count,
  ends: counts,
  kinds: many(z.strictObject({ kind, planned: count, ends: counts })),
});

const left = {
  /** Steps of which nobody saw that they did what they should. */
  notProven: many(z.strictObject({ kind, end: z.enum(ends), code: z.enum(hostErrorCodes).exactOptional(), count })),
  /** What the host cannot blank. */
  gaps: many(z.strictObject({ kind, because: sentence, count })),
  /** Where old values stay readable after a step. */
  remains: many(z.strictObject({ kind, where: sentence, count })),
  unreached: many(z.strictObject({ scope: name, because: sentence })),
  kept: z.partialRecord(z.enum(keptReasons), count).readonly(),
  /** Spots with a mention too uncertain to cut. */
  ambiguous: count,
  /** Texts that were cut and in which something is left to look at. */
  residue: count,
  /** Spots that came up after the review and are not in the plan. */
  grown: count,
};

const about = {
  /** A random id that tells the installation from others. */
  installation: z.uuid(),
  /** Fingerprint of the key it is signed with: SHA-256 of the public key's DER form. */
  key: digest,
  /** From 1: each later check, and a receipt that was made afterwards, makes a new one. */
  edition: z.int().positive(),
  issued: moment,
  run: id,
  host: z.strictObject({ name, kind: name }),
  /** Commitment to the account in the host: only the installation, which has its key, can tell which one it is. */
  account: digest,
  /** Commitment to the secret that was handed to the person. */
  receipt: digest.exactOptional(),
};

const course = {
  state: z.enum(['done', 'done-with-gaps']),
  /** All of the person, or one case of theirs. */
  covers: z.enum(['person', 'one-case']),
  times: z.strictObject({ reviewed: moment, approved: moment, started: moment, ended: moment }),
  plan: z.strictObject({ version: z.literal(1), digest }),
  rules: z.strictObject({ name, digest }),
  acknowledged: many(z.enum(obstacleCodes)),
  /** The earlier run this one repeats, as a restore had undone it. */
  replays: id.exactOptional(),
};

/** Where the ledger stood. Each hash stands for everything before it. */
const checkpoint = z.strictObject({
  /** The main chain when this was issued. */
  main: position,
  /** The entry that says that the run had ended. */
  ended: position,
  /** What the run's own chain ends with; missing where it had none. */
  run: position.exactOptional(),
});

/** What a certificate says: counts, codes, digests and fixed sentences. There is no field for a name, an address or an id in a host. */
export const certificateSchema = z.strictObject({
  format: z.literal('lethe-certificate'),
  version: z.literal(1),
  ...about,
  ...course,
  /** All that was looked at: each is a step, kept or a gap. */
  spots: count,
  steps,
  ...left,
  /** What reports count, before and after. */
  tallies: z.strictObject({ compared: count, changed: count }),
  ledger: checkpoint,
  checks: many(laterCheckSchema),
  /** Checks that are still to come. */
  planned: many(z.strictObject({ after: z.enum(checkTimes), due: moment })),
});
/** What a certificate says, see `certificateSchema`. */
export type Certificate = Readonly<z.infer<typeof certificateSchema>>;

/** A certificate's file as data: `signature` is Ed25519 over the canonical JSON of `certificate`, 128 hex digits. */
export const certificateFileSchema = z.strictObject({
  certificate: certificateSchema,
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});
