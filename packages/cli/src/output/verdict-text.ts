import type { CertificateVerdict, Examined, Finding, VerdictReason } from '@lethe/core/certificate';

const names: Readonly<Record<Examined, string>> = {
  file: 'The file is a certificate, byte for byte as it was written',
  key: 'It names a key that was given',
  signature: 'The signature is that of this key, over all it says',
  ledger: 'The ledger is whole, from its first entry to its last',
  positions: 'The entries it names are in the ledger, the last of the run among them',
  issue: 'The ledger says that this very file was issued, and that its key was made',
  receipt: 'It is about whoever was handed this receipt',
  account: 'It is about this account',
};

const reasons: Readonly<Record<VerdictReason, string>> = {
  'no-json': 'it is no JSON',
  'no-certificate': 'it is JSON and no certificate',
  'other-version': 'a later lethe issued it: verify it with that',
  'other-writing': 'something was added, left out or written otherwise, if only white space',
  'another-key': 'it was signed with another key',
  'wrong-signature': 'something in it was changed, or somebody else signed it',
  'ledger-not-whole': 'an entry was changed, taken out, moved or cut off',
  'not-in-ledger': 'it is not there: another ledger, one exported before, or one that was written anew',
  'another-secret': 'this is another receipt',
  'no-receipt': 'this edition has no receipt: a later one may',
  'another-account': 'it is another account, or one nobody here can tell',
  'not-given': 'nothing was given to check it with',
};

/** A verdict in sentences: first what it comes to, then each thing that can be checked, and what a certificate never proves. */
export function verdictText({ ok, findings, certificate, later }: CertificateVerdict): string {
  const title = ok ? 'The certificate holds, as far as it was checked.' : 'This is not to be trusted.';
  const about =
    certificate === undefined
      ? []
      : [
          `Run ${certificate.run}, edition ${String(certificate.edition)}, issued ${certificate.issued}, host ${certificate.host.name}: ${certificate.state}.`,
        ];
  const newer = later === undefined || later === 0 ? [] : [`There are ${String(later)} later editions of it.`];
  return [
    title,
    ...about,
    ...newer,
    ...findings.map(findingText),
    'Not proven by any of it: what the host keeps in backups and exports, and what came in after the run had started.',
  ].join('\n');
}

function findingText({ what, result, because }: Finding): string {
  const why = because === undefined ? '' : ` (${reasons[because]})`;
  if (result === 'holds') return `  yes          ${names[what]}.`;
  return result === 'fails' ? `  NO           ${names[what]}${why}.` : `  not checked  ${names[what]}${why}.`;
}
