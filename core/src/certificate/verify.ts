import { ledgerOn } from './against-ledger.ts';
import type { LedgerSaid } from './against-ledger.ts';
import { receiptCommitment } from './commitments.ts';
import { fileDigest, readCertificate, signedBytes } from './file.ts';
import type { FileFault } from './file.ts';
import type { Certificate } from './schema.ts';

/** A public key certificates may be signed with. Ed25519 itself is handed in: servers and browsers each have their own. */
export interface VerifyingKey {
  /** SHA-256 of its DER form, 64 hex digits. */
  readonly id: string;
  verifies(message: Uint8Array, signature: Uint8Array): Promise<boolean>;
}

/** What a certificate is verified with. What is left out is not checked, and the verdict says so. */
export interface VerifyingWith {
  readonly keys: readonly VerifyingKey[];
  /** The ledger's entries, from the first on. */
  readonly ledger?: AsyncIterable<unknown> | Iterable<unknown>;
  /** The secret the person was handed. */
  readonly receipt?: string;
  /** The commitment to an account, made with the installation's key. */
  readonly account?: string;
}

/** What can be checked of a certificate, in this order. */
export const examined = ['file', 'key', 'signature', 'ledger', 'positions', 'issue', 'receipt', 'account'] as const;
/** One thing that can be checked. */
export type Examined = (typeof examined)[number];

/** Why a check failed, or was not made. */
export type VerdictReason =
  | FileFault
  | 'another-key'
  | 'wrong-signature'
  | 'ledger-not-whole'
  | 'not-in-ledger'
  | 'another-secret'
  | 'no-receipt'
  | 'another-account'
  | 'not-given';

/** What came of one check. */
export interface Finding {
  readonly what: Examined;
  readonly result: 'holds' | 'fails' | 'not-checked';
  readonly because?: VerdictReason;
}

/** What came of all of them: `ok` when nothing failed. */
export interface CertificateVerdict {
  readonly ok: boolean;
  readonly findings: readonly Finding[];
  /** What the file says, once its signature holds: before, nothing in it is worth repeating. */
  readonly certificate?: Certificate;
  /** With a ledger: how many editions came after this one. */
  readonly later?: number;
}

/** Verifies a certificate's file, byte for byte. Throws nothing for what is wrong with it. */
export async function verifyCertificate(file: Uint8Array, given: VerifyingWith): Promise<CertificateVerdict> {
  const read = readCertificate(file);
  if (!read.ok) return verdictOf([fails('file', read.because)]);
  const { certificate, signature } = read;
  const key = given.keys.find(({ id }) => id === certificate.key);
  if (key === undefined) return verdictOf([holds('file'), fails('key', 'another-key')]);
  if (!(await key.verifies(signedBytes(certificate), signature)))
    return verdictOf([holds('file'), holds('key'), fails('signature', 'wrong-signature')]);
  const said = given.ledger === undefined ? undefined : await ledgerOn(given.ledger, certificate, fileDigest(file));
  const findings = [
    ...[holds('file'), holds('key'), holds('signature')],
    ...inLedger(said),
    ofReceipt(certificate, given.receipt),
    ofAccount(certificate, given.account),
  ];
  return { ...verdictOf(findings), certificate, ...(said === undefined ? {} : { later: said.later }) };
}

/** Findings in the order of `examined`; whatever was not looked at any more is named, too. */
function verdictOf(findings: readonly Finding[]): CertificateVerdict {
  const rest = examined.filter((what) => findings.every((finding) => finding.what !== what));
  return {
    ok: findings.every(({ result }) => result !== 'fails'),
    findings: [...findings, ...rest.map((what): Finding => ({ what, result: 'not-checked' }))],
  };
}

function inLedger(said: LedgerSaid | undefined): readonly Finding[] {
  const all = ['ledger', 'positions', 'issue'] as const;
  if (said === undefined) return all.map(notGiven);
  return [
    said.fault === undefined ? holds('ledger') : fails('ledger', 'ledger-not-whole'),
    said.positions ? holds('positions') : fails('positions', 'not-in-ledger'),
    said.issued && said.key ? holds('issue') : fails('issue', 'not-in-ledger'),
  ];
}

function ofReceipt(certificate: Certificate, secret: string | undefined): Finding {
  if (secret === undefined) return notGiven('receipt');
  if (certificate.receipt === undefined) return fails('receipt', 'no-receipt');
  const isTheirs = receiptCommitment(secret, certificate) === certificate.receipt;
  return isTheirs ? holds('receipt') : fails('receipt', 'another-secret');
}

function ofAccount(certificate: Certificate, commitment: string | undefined): Finding {
  if (commitment === undefined) return notGiven('account');
  return commitment === certificate.account ? holds('account') : fails('account', 'another-account');
}

function holds(what: Examined): Finding {
  return { what, result: 'holds' };
}

function fails(what: Examined, because: VerdictReason): Finding {
  return { what, result: 'fails', because };
}

function notGiven(what: Examined): Finding {
  return { what, result: 'not-checked', because: 'not-given' };
}
