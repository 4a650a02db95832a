import { textIn, type App } from './app-package.ts';
import type { Complaint } from './complaint-keys.ts';

/** Words in running text or code that make Zendesk's reviewers look. */
const telling = /pass(?:word)?|secret|username|auth_?(?:key|pass|user)|api_key/iu;
/** What real keys look like: private keys, cloud and chat keys, and assignments of long values to telling names. */
const keys = [
  /-----BEGIN (?:RSA |DSA |EC |OPENSSH )?PRIVATE KEY/u,
  /-----BEGIN PGP PRIVATE KEY BLOCK-----/u,
  /\bAKIA[0-9A-Z]{16}\b/u,
  /\bxox[abopr]-[0-9A-Za-z-]{10,}/u,
  /\bgh[pousr]_[0-9A-Za-z]{30,}/u,
  /\b(?:client_secret|app_secret|api_key|access_token|password)\b["']?\s*[:=]\s*["'][0-9A-Za-z+/_.-]{12,}["']/iu,
];
/** Names of vocabularies, never fetched; and this machine. */
const notFetched = /^http:\/\/(?:www\.w3\.org\/|localhost\b|127\.0\.0\.1\b)/u;

function* texts({ files }: App, endings: RegExp): Iterable<readonly [path: string, text: string]> {
  for (const path of files.keys()) if (endings.test(path)) yield [path, textIn(files, path) ?? ''];
}

/** Nothing is fetched without encryption. */
export function* insecureAddresses(app: App): Iterable<Complaint> {
  for (const [path, text] of texts(app, /\.(?:js|html?)$/u)) {
    const addresses = new Set(text.match(/http:\/\/[\w.-]+[\w/]*/gu));
    for (const address of addresses)
      if (!notFetched.test(address)) yield { key: 'insecure_http_request', about: `${path}: ${address}` };
  }
}

/** No key is shipped. */
export function* applicationSecrets(app: App): Iterable<Complaint> {
  for (const [about, text] of texts(app, /\.(?:js|json|html?|css|txt)$/u))
    if (keys.some((key) => key.test(text))) yield { key: 'application_secret', about };
}

/** Files that speak of passwords are worth a look. */
export function* tellingWords(app: App): Iterable<Complaint> {
  for (const [about, text] of texts(app, /\.(?:js|json|html?|css|txt)$/u))
    if (telling.test(text)) yield { key: 'generic_secrets', about };
}
