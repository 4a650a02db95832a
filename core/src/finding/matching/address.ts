import type { Glyphs } from '../reading/glyphs.ts';
import { SOLO, WORD } from '../reading/kinds.ts';
import { isEscapedWord } from './boundary.ts';

/** Longer ones are no addresses; they are passed over, not searched. */
const LONGEST_LOCAL = 160;
const LONGEST_DOMAIN = 255;
const ALLOWED_SIGNS = new Set(Array.from("!#$%&'*+-/=?^_`{|}~.", (sign) => sign.charCodeAt(0)));
const GMAIL = ['gmail.com', 'googlemail.com'];

/** What stands around an `@`. */
export interface AddressParts {
  readonly local: string;
  readonly domain: string;
  readonly from: number;
  readonly to: number;
}

/**
 * A local part without its tag, as mailboxes of a domain are told apart; Gmail ignores dots. Quotes and apostrophes do not
 * tell mailboxes apart: who is called O'Brien gets mail with the apostrophe, without it, and quoted by a gateway.
 */
export function mailbox(local: string, domain: string): string {
  const bare = local.replace(/(?<=.)['"]/g, '');
  const plus = bare.indexOf('+');
  const untagged = plus > 0 ? bare.slice(0, plus) : bare;
  return GMAIL.includes(domain) ? untagged.replaceAll('.', '') : untagged;
}

/** The domains under which a mailbox of this one is reached; Gmail has two. */
export function domainsLike(domain: string): readonly string[] {
  return GMAIL.includes(domain) ? GMAIL : [domain];
}

/** An address split in its two parts, in lower case; nothing if it has not both. */
export function splitAddress(text: string): { readonly local: string; readonly domain: string } | undefined {
  const plain = (/<([^<>]*)>/.exec(text)?.[1] ?? text).trim().replace(/^mailto:/i, '');
  const at = plain.lastIndexOf('@');
  const lower = plain.toLowerCase().normalize('NFC');
  const parts = { local: lower.slice(0, at), domain: lower.slice(at + 1).replace(/\.$/, '') };
  return at < 1 || parts.domain === '' || /[\s@]/.test(parts.local + parts.domain) ? undefined : parts;
}

/** The domain after an `@`, in lower case, and where it ends. */
export function domainAfter(glyphs: Glyphs, at: number): Pick<AddressParts, 'domain' | 'to'> | undefined {
  const to = domainEnd(glyphs, at + 1);
  return to === undefined ? undefined : { domain: textBetween(glyphs, at + 1, to), to };
}

/** Signs a local part is read by: those most have, all they may have, or those with quotes between: `"jane"."doe"@d.test`. */
export type LocalChars = 'usual' | 'all' | 'quoted';

/** The longest local part before an `@`. */
export function localBefore(
  glyphs: Glyphs,
  at: number,
  chars: LocalChars,
): Pick<AddressParts, 'local' | 'from'> | undefined {
  const from = localStart(glyphs, at, chars);
  return from === undefined || from === at ? undefined : { local: textBetween(glyphs, from, at), from };
}

const isLocalChar: Readonly<Record<LocalChars, (glyphs: Glyphs, at: number) => boolean>> = {
  usual: isInLocal,
  all: isAllowed,
  quoted: (glyphs, at) => isInLocal(glyphs, at) || glyphs.code(at) === 0x22,
};

function localStart(glyphs: Glyphs, at: number, chars: LocalChars): number | undefined {
  const isLocal = isLocalChar[chars];
  let from = at;
  while (from > 0 && isLocal(glyphs, from - 1)) {
    from -= 1;
    if (at - from > LONGEST_LOCAL) return undefined;
  }
  return from;
}

/** Whether a local part may hold it: letters, digits, and `' + - . _`. */
export function isInLocal(glyphs: Glyphs, at: number): boolean {
  const code = glyphs.code(at);
  if (glyphs.is(WORD, at)) return !glyphs.is(SOLO, at);
  return code === 0x2e || code === 0x2d || code === 0x5f || code === 0x2b || code === 0x27;
}

/** RFC 5322, `atext` and the dot. */
function isAllowed(glyphs: Glyphs, at: number): boolean {
  return glyphs.is(WORD, at) || ALLOWED_SIGNS.has(glyphs.code(at));
}

/** Nothing where the domain goes on, but not in this reading: `jane@d.test%2Eexample`. */
function domainEnd(glyphs: Glyphs, start: number): number | undefined {
  let to = start;
  while (isDomain(glyphs, to)) {
    to += 1;
    if (to - start > LONGEST_DOMAIN) return undefined;
  }
  if (isEscapedDot(glyphs, to) || isEscapedWord(glyphs, to)) return undefined;
  while (to > start && !glyphs.is(WORD, to - 1)) to -= 1;
  return to === start ? undefined : to;
}

function isDomain(glyphs: Glyphs, at: number): boolean {
  const code = glyphs.code(at);
  return code === 0x2e || code === 0x2d || (glyphs.is(WORD, at) && !glyphs.is(SOLO, at));
}

function isEscapedDot(glyphs: Glyphs, at: number): boolean {
  const sign = glyphs.char(at);
  if (sign !== 0x25 && sign !== 0x3d) return false;
  const isDot = glyphs.char(at + 1) === 0x32 && /[DEde]/.test(String.fromCodePoint(glyphs.char(at + 2)));
  return isDot && glyphs.is(WORD, at + 3);
}

function textBetween(glyphs: Glyphs, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 1) text += String.fromCodePoint(glyphs.char(at));
  return text.toLowerCase();
}
