import { createHmac, createHash, randomBytes } from 'node:crypto';
import type { HostAccount } from '@lethe/core';
import { z } from 'zod';

import { seal, unseal, type Sealed } from '../secrets/seal.ts';
import type { KeyRing, SealingKey } from '../secrets/sealing-key.ts';

const identitySchema = z.strictObject({
  kind: z.enum(['local', 'open-id', 'host']),
  issuer: z.string(),
  subject: z.string(),
  name: z.string(),
});

/** Who vouches for an operator: we ourselves, an OpenID provider, or a host that sends its agents from its own menu. */
export type OperatorKind = 'local' | 'open-id' | 'host';

/**
 * How an operator is known: a name typed at sign-in, issuer and subject of an OpenID provider, or a host of ours and an account
 * there. Personal: only ever sealed.
 */
export interface Identity {
  readonly kind: OperatorKind;
  /** Who vouches for the subject; empty for accounts kept here, the host's name for its own. */
  readonly issuer: string;
  readonly subject: string;
  /** For other administrators' screens. */
  readonly name: string;
}

/** An account kept here, by the name typed at sign-in: case and the way letters are composed make no difference. */
export function localIdentity(login: string): Identity {
  const subject = login.normalize('NFKC').trim().toLowerCase();
  return { kind: 'local', issuer: '', subject, name: login.normalize('NFKC').trim() };
}

/** An account of a host, by its id there: no name of theirs is known here. */
export function hostIdentity({ host, account }: HostAccount): Identity {
  return { kind: 'host', issuer: host, subject: account, name: `account ${account} of ${host}` };
}

/** What an identity is found by, under the current key. Without the key nobody can tell whose it is. */
export function lookupOf(identity: Identity, { current }: KeyRing): Buffer {
  return lookupUnder(identity, current);
}

/** The same under every key that is still known: an identity is sealed anew some time after a key was changed. */
export function lookupsOf(identity: Identity, { all }: KeyRing): readonly Buffer[] {
  return all.map((key) => lookupUnder(identity, key));
}

function lookupUnder({ kind, issuer, subject }: Identity, key: SealingKey): Buffer {
  return keyedHash(key, ['operator', kind, issuer, subject]);
}

/** A hash nobody can make or check without the sealing key. The parts cannot run into each other. */
export function keyedHash(key: SealingKey, parts: readonly string[]): Buffer {
  const own = createHmac('sha256', key.bytes).update('lethe sign-in').digest();
  return createHmac('sha256', own).update(JSON.stringify(parts)).digest();
}

/** Seals an identity for its operator. */
export function sealIdentity(identity: Identity, operator: string, ring: KeyRing): Sealed {
  return seal(JSON.stringify(identitySchema.parse(identity)), placeOf(operator), ring);
}

/** @throws StorageError `key` when it cannot be opened. */
export function openIdentity(sealed: Sealed, operator: string, ring: KeyRing): Identity {
  return identitySchema.parse(JSON.parse(unseal(sealed, placeOf(operator), ring)));
}

function placeOf(operator: string): string {
  return `operator ${operator}`;
}

/** The hash of something random: what a browser or a letter holds is not what the table holds. */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

/** So many letters and digits that cannot be mistaken for each other; five random bits each. */
export function randomLetters(count: number): string {
  return [...randomBytes(count)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}
