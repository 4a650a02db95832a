import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { isReceiptSecret, readCertificate, verifyCertificate } from '@lethe/core/certificate';
import type { CertificateVerdict, VerifyingKey, VerifyingWith } from '@lethe/core/certificate';
import { verifyingKeys } from '@lethe/server';
import { verdictText } from '../output/verdict-text.ts';
import type { Session } from '../session.ts';
import { Stop } from '../stop.ts';
import type { Work } from './command.ts';

/** Options of `lethe certificate verify`. */
export interface VerifyOptions {
  readonly key?: string;
  readonly ledger?: string;
  readonly receipt?: string;
  readonly account?: string;
}

/**
 * `lethe certificate verify`: whether a file is a certificate, byte for byte. With `--key` nothing but these files is opened: no
 * database, no network. Says of each thing whether it was checked.
 */
export function verifyCertificateFile(path: string, options: VerifyOptions): Work {
  return async (session) => {
    if (options.receipt !== undefined && !isReceiptSecret(options.receipt))
      throw new Stop('usage', 'A receipt is 25 letters and digits, such as 5 groups of 5.');
    const file = await readFile(path).catch(unreadable('The certificate'));
    const verdict = await verifyCertificate(file, await givenWith(session, file, options));
    session.output.result(() => verdictText(verdict), shownVerdict(verdict));
    return verdict.ok ? 'ok' : 'not-clean';
  };
}

async function givenWith(session: Session, file: Uint8Array, options: VerifyOptions): Promise<VerifyingWith> {
  const { key, ledger, receipt, account } = options;
  return {
    keys: key === undefined ? await ownKeys(session) : await keysIn(key),
    ...(ledger === undefined ? {} : { ledger: entriesIn(ledger) }),
    ...(receipt === undefined ? {} : { receipt }),
    ...(account === undefined ? {} : { account: await commitmentTo(session, file, account) }),
  };
}

async function ownKeys(session: Session): Promise<readonly VerifyingKey[]> {
  const keys = await (await session.store()).certificates.keys();
  return keys.flatMap(({ publicKey }) => verifyingKeys(publicKey));
}

async function keysIn(path: string): Promise<readonly VerifyingKey[]> {
  const keys = verifyingKeys(await readFile(path, 'utf8').catch(unreadable('The key')));
  if (keys.length > 0) return keys;
  throw new Stop('usage', 'There is no public key in that file.', 'It holds what lethe certificate keys writes.');
}

/** Only the installation can make it: this looks into its database. */
async function commitmentTo(session: Session, file: Uint8Array, account: string): Promise<string> {
  const read = readCertificate(file);
  const store = await session.store();
  const run = read.ok ? await store.run(read.certificate.run) : undefined;
  return (run && (await store.certificates.accountOf(run, account))) ?? '';
}

/** What `lethe ledger export` wrote, entry by entry; what is no JSON shows as an entry that was changed. */
async function* entriesIn(path: string): AsyncGenerator {
  const stream = createReadStream(path);
  await new Promise((resolve, reject) => stream.once('open', resolve).once('error', reject)).catch(
    unreadable('The ledger'),
  );
  for await (const text of createInterface({ input: stream, crlfDelay: Infinity })) yield entryIn(text);
}

function entryIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unreadable(what: 'The certificate' | 'The key' | 'The ledger'): (cause: unknown) => never {
  return () => {
    throw new Stop('usage', `${what} cannot be read.`, 'Look at the path, and whether you may read that file.');
  };
}

function shownVerdict({ certificate, ...verdict }: CertificateVerdict): object {
  if (certificate === undefined) return verdict;
  const { run, edition, issued, host, state } = certificate;
  return { ...verdict, about: { run, edition, issued, host: host.name, state } };
}
