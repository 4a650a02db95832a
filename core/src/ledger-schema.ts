import { z } from 'zod';
import { ledgerCounts, ledgerEvents, ledgerStates, type LedgerEntry, type LedgerFact } from './ledger-entry.ts';

const opaqueId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
const name = z.string().regex(/^[a-z0-9-]{1,40}$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** An operator as the ledger names them: an id, in which neither an address nor a name with a blank fits. */
export const actorSchema = z.string().regex(/^[a-z0-9:_-]{1,64}$/, 'use an id, not a name or an address');

/** A fact read back or about to be written: every field by its pattern, and no other field. */
export const ledgerFactSchema = z.strictObject({
  what: z.enum(ledgerEvents),
  run: opaqueId.exactOptional(),
  host: name.exactOptional(),
  digest: hash.exactOptional(),
  rules: z.union([hash, name]).exactOptional(),
  actor: actorSchema.exactOptional(),
  state: z.enum(ledgerStates).exactOptional(),
  replays: opaqueId.exactOptional(),
  counts: z.partialRecord(z.enum(ledgerCounts), z.int().nonnegative()).exactOptional(),
  chain: z.strictObject({ seq: z.int().positive(), hash }).exactOptional(),
}) satisfies z.ZodType<LedgerFact>;

/** An entry read back, before its hashes are checked. */
export const ledgerEntrySchema = z.strictObject({
  seq: z.int().positive(),
  at: z.iso.datetime({ precision: 3 }),
  fact: ledgerFactSchema,
  prev: hash,
  hash,
  chain: opaqueId.exactOptional(),
}) satisfies z.ZodType<LedgerEntry>;
