import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { base64Cores, latin1Bytes, quotedPrintable } from './mail-encodings.ts';
import { htmlForms, jsonForms, urlForms } from './web-encodings.ts';

/** The disguises in which a text may stand in a store. */
export const encodings = [
  'raw',
  'case-folded',
  'nfc',
  'nfd',
  'latin-1',
  'url',
  'html',
  'json',
  'quoted-printable',
  'base64',
  'reversed',
  'md5',
  'sha-1',
  'sha-256',
] as const;
export type Encoding = (typeof encodings)[number];

/** One disguise as bytes. */
export interface Disguise {
  readonly encoding: Encoding;
  readonly bytes: Uint8Array;
  /** Whether capital and small ASCII letters mean different things in it. */
  readonly exactCase: boolean;
}

/** Every disguise of a text. The same bytes may come more than once; the first name is the plainest. */
export function disguisesOf(text: string): readonly Disguise[] {
  return [...plain(text), ...webby(text), ...mailed(text), ...hashed(text)];
}

function plain(text: string): readonly Disguise[] {
  const [nfc, nfd] = [text.normalize('NFC'), text.normalize('NFD')];
  const folded = (encoding: Encoding, some: readonly string[]): readonly Disguise[] =>
    some.map((form) => loose(encoding, utf8ToBytes(form)));
  return [
    ...folded('raw', [text]),
    ...folded('case-folded', letterCases(text)),
    ...folded('nfc', letterCases(nfc)),
    ...folded('nfd', letterCases(nfd)),
    ...letterCases(nfc).flatMap((form) => latin1Bytes(form).map((bytes) => loose('latin-1', bytes))),
    ...folded('reversed', [text, nfc, nfd].flatMap(letterCases).map(reversed)),
  ];
}

function webby(text: string): readonly Disguise[] {
  const forms = spellings(text);
  return [
    ...forms.flatMap(urlForms).map((form) => loose('url', utf8ToBytes(form))),
    ...forms.flatMap(htmlForms).map((form) => loose('html', utf8ToBytes(form))),
    ...forms.flatMap(jsonForms).map((form) => loose('json', utf8ToBytes(form))),
  ];
}

function mailed(text: string): readonly Disguise[] {
  const inBytes = spellings(text).flatMap((form) => [utf8ToBytes(form), ...latin1Bytes(form)]);
  return inBytes.flatMap((bytes) => [
    ...quotedPrintable(bytes).map((form) => loose('quoted-printable', utf8ToBytes(form))),
    ...base64Cores(bytes).map((form) => exact('base64', utf8ToBytes(form))),
  ]);
}

/** Whoever hashes an address writes it small first, as picture services do. */
function hashed(text: string): readonly Disguise[] {
  return spellings(text).flatMap((form) => {
    const bytes = utf8ToBytes(form);
    return [
      loose('md5', utf8ToBytes(bytesToHex(md5(bytes)))),
      loose('sha-1', utf8ToBytes(bytesToHex(sha1(bytes)))),
      loose('sha-256', utf8ToBytes(bytesToHex(sha256(bytes)))),
    ];
  });
}

/** Forms that are encoded as a whole, where the searcher cannot fold case afterwards. */
function spellings(text: string): readonly string[] {
  const forms = [text, text.toLowerCase(), text.toUpperCase()];
  return [...new Set([...forms, ...forms.flatMap((form) => [form.normalize('NFC'), form.normalize('NFD')])])];
}

/** The text with each letter beyond ASCII small and capital: the searcher folds ASCII by itself. */
function letterCases(text: string): readonly string[] {
  let forms = [''];
  for (const character of text) {
    const cases = forms.length > 32 || character < '\u0080' ? [character] : bothCases(character);
    forms = forms.flatMap((form) => cases.map((one) => form + one));
  }
  return forms;
}

function bothCases(character: string): readonly string[] {
  return [...new Set([character, character.toLowerCase(), character.toUpperCase()])];
}

function reversed(text: string): string {
  return Array.from(text).reverse().join('');
}

function loose(encoding: Encoding, bytes: Uint8Array): Disguise {
  return { encoding, bytes, exactCase: false };
}

function exact(encoding: Encoding, bytes: Uint8Array): Disguise {
  return { encoding, bytes, exactCase: true };
}
