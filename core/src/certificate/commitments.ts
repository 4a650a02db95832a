import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../canonical.ts';

/** Letters and digits that are not mistaken for each other: five random bits each. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 25;

/** How many random bytes a receipt secret is made of. */
export const receiptBytes = LENGTH;

/** A receipt secret to be handed to the person: five groups of five letters, 125 random bits. Throws `RangeError` for other than 25 bytes. */
export function receiptSecret(random: Uint8Array): string {
  if (random.length !== LENGTH) throw new RangeError('A receipt secret is made of 25 random bytes.');
  const letters = Array.from(random, (byte) => LETTERS[byte % LETTERS.length]).join('');
  return letters.replace(/(.{5})(?=.)/g, '$1-');
}

/** Whether it may be a receipt secret, however it was typed. */
export function isReceiptSecret(typed: string): boolean {
  const plain = plainSecret(typed);
  return plain.length === LENGTH && [...plain].every((letter) => LETTERS.includes(letter));
}

/** What a certificate holds of a receipt secret: nobody gets from this to the secret, and another run's is another one. */
export function receiptCommitment(secret: string, { installation, run }: CommittedRun): string {
  const message = canonicalJson(['lethe receipt', installation, run]);
  return bytesToHex(hmac(sha256, utf8ToBytes(plainSecret(secret)), utf8ToBytes(message)));
}

/** What a certificate holds of the account: with the installation's key it can be compared, without it nobody can try ids out. */
export function accountCommitment(key: Uint8Array, { installation, run, host, person }: CommittedAccount): string {
  const message = canonicalJson(['lethe account', installation, run, host, person]);
  return bytesToHex(hmac(sha256, key, utf8ToBytes(message)));
}

/** The run a secret belongs to. */
export interface CommittedRun {
  readonly installation: string;
  readonly run: string;
}

/** The account a run was about. */
export interface CommittedAccount extends CommittedRun {
  /** The host's name in the settings. */
  readonly host: string;
  /** The person's id in the host. */
  readonly person: string;
}

/** As somebody reads it off paper: capitals, blanks, letters that look alike. */
function plainSecret(typed: string): string {
  return typed.toLowerCase().replace(/[\s-]/g, '').replace(/[il]/g, '1').replace(/o/g, '0');
}
