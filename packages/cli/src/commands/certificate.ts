import { writeFile } from 'node:fs/promises';
import { certificateLanguages, certificateWords } from '@lethe/core/certificate';
import type { CertificateLanguage } from '@lethe/core/certificate';
import { certificatePdf, certify } from '@lethe/server';
import type { IssuedCertificate } from '@lethe/storage';
import { requireRight } from '../flow/require-right.ts';
import type { Session } from '../session.ts';
import { Stop } from '../stop.ts';
import type { Work } from './command.ts';
import { runOf } from './report.ts';

/** Options of `lethe certificate get`. */
export interface GetOptions {
  readonly pdf?: boolean;
  readonly language?: string;
  readonly out?: string;
  readonly edition?: string;
}

/** `lethe certificate get`: the certificate of a run, to the byte, or as a PDF; issued where there is none yet. */
export function getCertificate(id: string | undefined, options: GetOptions): Work {
  return async (session) => {
    requireRight(session, 'preview');
    const language = languageIn(options);
    if (options.pdf === true && options.out === undefined)
      throw new Stop('usage', 'A PDF is no text for a terminal.', 'Say where to write it: --out certificate.pdf.');
    const issued = await issuedFor(session, id, options);
    const { run, edition, file, digest } = issued;
    if (options.out !== undefined) {
      const words = certificateWords[language];
      await writeFile(options.out, options.pdf === true ? await certificatePdf(issued, { language, words }) : file);
      const { out } = options;
      session.output.result(() => `Edition ${String(edition)} of run ${run} is in ${out}.`, {
        run,
        edition,
        out,
        digest,
      });
      return 'ok';
    }
    // The file ends with a line feed, which the output writes itself.
    session.output.result(() => file.slice(0, -1), { run, edition, digest, file });
    return 'ok';
  };
}

async function issuedFor(
  session: Session,
  id: string | undefined,
  { edition }: GetOptions,
): Promise<IssuedCertificate> {
  const store = await session.store();
  const run = await runOf(session, id);
  if (run.state !== 'done' && run.state !== 'done-with-gaps')
    throw new Stop('usage', 'That run has not ended as done: there is no certificate of it.', 'See lethe runs.');
  const newest = await certify(store, run);
  if (edition === undefined) return newest;
  const found = /^\d{1,6}$/.test(edition) ? await store.certificates.edition(run.id, Number(edition)) : undefined;
  if (found === undefined) throw new Stop('usage', `There are ${String(newest.edition)} editions, from 1 on.`);
  return found;
}

function languageIn({ language = 'en' }: GetOptions): CertificateLanguage {
  const known = certificateLanguages.find((one) => one === language);
  if (known === undefined) throw new Stop('usage', `--language is one of ${certificateLanguages.join(', ')}.`);
  return known;
}

/** `lethe certificate keys`: the public keys, to be handed to whoever verifies. */
export function certificateKeys(options: { readonly renew?: boolean; readonly out?: string }): Work {
  return async (session) => {
    requireRight(session, options.renew === true ? 'configure' : 'preview');
    const store = await session.store();
    if (options.renew === true) await store.certificates.renewKey(session.settings.operator.id);
    const keys = await store.certificates.keys();
    const pem = keys.map(({ publicKey }) => publicKey).join('');
    if (options.out !== undefined) await writeFile(options.out, pem);
    session.output.result(
      () => (keys.length === 0 ? 'There is no key yet: the first certificate makes it.' : pem.trimEnd()),
      { keys },
    );
    return 'ok';
  };
}

/** `lethe certificate receipt`: the secret for the person, shown once. */
export function makeReceipt(id: string | undefined): Work {
  return async (session) => {
    requireRight(session, 'run');
    const store = await session.store();
    const run = await runOf(session, id);
    const secret = await store.certificates.makeReceipt(run.id, session.settings.operator.id);
    if (secret === undefined)
      throw new Stop(
        'usage',
        'The receipt of this run was made already, or the run was given up. Nobody can show it again.',
      );
    session.output.result(
      () =>
        `${secret}\nHand this to the person. It is kept nowhere; the next edition of the certificate can be linked with it.`,
      { run: run.id, secret },
    );
    return 'ok';
  };
}
