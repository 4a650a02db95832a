import { domainsLike, splitAddress } from '../../finding/matching/address.ts';
import type { Entry } from '../../finding/matching/hit.ts';
import { matcherKinds, type SortedEntries } from '../../finding/matching/matchers-for.ts';
import { phoneForms } from '../../finding/matching/phone-forms.ts';
import { tokensOf } from '../../finding/matching/tokens.ts';
import { directoryCodes } from '../../finding/mail/find-directory-names.ts';
import { NUMBER, SHORT_NUMBER, withByte } from '../hashing.ts';
import type { KeyTableBuilder } from '../key-table.ts';
import { KeySink } from './key-sink.ts';
import { nameKeys } from './name-keys.ts';
import { postalKeys } from './postal-keys.ts';
import { piecesIn } from './words.ts';

/** So much of a longer identifier may be cut in two where a text is walked in parts. */
const LONGEST = 250;
const CN = piecesIn([0x63, 0x6e]);
const LONG_NUMBER = 7;
/** With three digits of a country and a trunk zero there are still seven. */
const ABROAD = /^\+\d{11,17}$/;
/** How people read the two signs of an address out. */
const READ_OUT: ReadonlyMap<string, readonly string[]> = new Map([
  ['@', ['at']],
  ['.', ['dot', 'punkt', 'point', 'punto']],
]);

/** Takes down all that leads to one person; true where that is not enough and every text has to be looked through. */
export function personKeys(
  who: SortedEntries,
  {
    person,
    table,
    withParts,
  }: { readonly person: number; readonly table: KeyTableBuilder; readonly withParts: boolean },
): boolean {
  const sink = new KeySink(table, person);
  const all = [who.addresses, who.names, who.phones, who.tokens, who.postal].flat();
  if (all.some(({ text }) => text.length > LONGEST)) return true;
  const of = (kind: (typeof matcherKinds)[number]): KeySink => {
    sink.kind = kindBit(kind);
    return sink;
  };
  for (const entry of who.names) nameKeys(entry, of('names'), withParts);
  for (const entry of who.addresses) addressKeys(entry, of('addresses'));
  for (const entry of who.phones) phoneKeys(entry, of('phones'), table);
  for (const entry of who.postal) postalKeys(entry, of('postal'));
  for (const { glyphs } of tokensOf(who)) {
    const codes: number[] = [];
    for (let at = 0; at < glyphs.length; at += 1) codes.push(glyphs.code(at));
    of('tokens').row(piecesIn(codes));
  }
  for (const code of directoryCodes(who.names, who.addresses).keys())
    of('directory').row([...CN, ...piecesOf(code).slice(0, 1)]);
  return sink.isHard;
}

/** The bit of a sort of identifiers. */
function kindBit(kind: (typeof matcherKinds)[number]): number {
  return 1 << matcherKinds.indexOf(kind);
}

function piecesOf(text: string): ReturnType<typeof piecesIn> {
  return piecesIn(Array.from(text, (char) => char.codePointAt(0) ?? 0));
}

/** By its own signs, and read out or with spaces, where its first two words are two words of the text. */
function addressKeys({ text }: Entry, sink: KeySink): void {
  const parts = splitAddress(text);
  if (parts === undefined) return;
  // Only of letters without accents is it sure that a text's are the same.
  if (!/^[\x21-\x7e]+$/.test(parts.local + parts.domain)) sink.isHard = true;
  const local = localHash(parts.local);
  for (const domain of domainsLike(parts.domain)) sink.key(local, domainHash(domain));
  const [, first = '', sign = '', second = ''] =
    /^[^a-z\d]*([a-z\d]+)([^a-z\d]+)([a-z\d]+)/.exec(`${parts.local}@${parts.domain}`) ?? [];
  const words = Array.from(sign).flatMap((one) => READ_OUT.get(one) ?? []);
  for (const next of [second, ...words]) sink.row([...piecesOf(first), ...piecesOf(next)]);
}

/** Of a local part without its tag, from its end: dots, quotes and apostrophes tell no mailboxes apart. */
function localHash(local: string): number {
  let hash = 0;
  for (const char of Array.from(local).reverse()) {
    if (char === '+') hash = 0;
    else if (!/['".]/.test(char)) hash = withByte(hash, char.charCodeAt(0));
  }
  return hash;
}

/** Of a domain's first word. */
function domainHash(domain: string): number {
  const [first = ''] = /^[a-z\d]*/.exec(domain) ?? [];
  return Array.from(first).reduce((hash, char) => withByte(hash, char.charCodeAt(0)), 0);
}

function phoneKeys(entry: Entry, sink: KeySink, table: KeyTableBuilder): void {
  // However it is dialled, it ends alike. Where a number may have fewer digits of its own, only its country's plan says so.
  const filed = entry.text.replace(/[ ()./-]/g, '');
  if (ABROAD.test(filed)) {
    sink.key(NUMBER, Number(filed.slice(-LONG_NUMBER)));
    return;
  }
  for (const { digits } of phoneForms(entry)) {
    const text = String.fromCharCode(...digits);
    if (digits.length >= LONG_NUMBER) sink.key(NUMBER, Number(text.slice(-LONG_NUMBER)));
    else {
      sink.key(SHORT_NUMBER, Number(text.slice(-5)));
      table.hasShort = true;
    }
  }
}
