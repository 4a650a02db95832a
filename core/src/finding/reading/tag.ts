import type { Range } from './glyphs.ts';
import { isTag, switchAttributes } from './html-vocabulary.ts';

/** So much white space may stand between two words of one row. */
const LONGEST_GAP = 64;

/** An attribute that has a value, or words in a tag that are no attribute. */
export interface Attribute {
  /** In lower case; empty for words. */
  readonly name: string;
  readonly value: Range;
  readonly isQuoted: boolean;
}

/** A start or end tag as it stands in the source. */
export interface Tag extends Range {
  /** In lower case. */
  readonly name: string;
  readonly isClosing: boolean;
  readonly attributes: readonly Attribute[];
}

const LONGEST_NAME = 12;
const SLASH = 0x2f;
const CLOSING = 0x3e;
const LETTER = new Set(
  Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', (sign) => sign.charCodeAt(0)),
);
const AFTER_NAME = /[\s/>]/;
const none: readonly Attribute[] = [];
const BETWEEN = /[\s/]*/y;
const ATTRIBUTE_NAME = /[^\s/>][^\s/>=]*/y;
const EQUALS = /\s*=\s*/y;
const BARE_VALUE = /[^\s>]*/y;

/** The HTML tag that begins here, nothing where none does, `unclosed` where the text ends before the tag does. */
export function tagAt(text: string, start: number): Tag | 'unclosed' | undefined {
  const isClosing = text.charCodeAt(start + 1) === SLASH;
  const nameAt = isClosing ? start + 2 : start + 1;
  let at = nameEnd(text, nameAt);
  const name = at === nameAt ? '' : text.slice(nameAt, at).toLowerCase();
  if (at - nameAt > LONGEST_NAME || !isTag(name)) return undefined;
  // Most tags are over here.
  if (text.charCodeAt(at) === CLOSING) return { name, isClosing, attributes: none, start, end: at + 1 };
  if (!AFTER_NAME.test(text.charAt(at))) return undefined;
  const attributes: Attribute[] = [];
  for (;;) {
    at += match(BETWEEN, text, at)?.[0].length ?? 0;
    if (at >= text.length) return 'unclosed';
    if (text.charCodeAt(at) === CLOSING) break;
    at = attributeAt(text, at, attributes);
  }
  return { name, isClosing, attributes, start, end: at + 1 };
}

/** Where letters and digits end that begin here; one more of them than a name has is enough. */
function nameEnd(text: string, start: number): number {
  let at = start;
  while (at - start <= LONGEST_NAME && LETTER.has(text.charCodeAt(at))) at += 1;
  return at;
}

function attributeAt(text: string, at: number, attributes: Attribute[]): number {
  const name = match(ATTRIBUTE_NAME, text, at)?.[0] ?? '';
  const equals = match(EQUALS, text, at + name.length)?.[0];
  if (equals === undefined) return wordAt(name, at, attributes);
  const { value, isQuoted } = valueAt(text, at + name.length + equals.length);
  attributes.push({ name: name.toLowerCase(), value, isQuoted });
  return isQuoted ? value.end + 1 : value.end;
}

/** Words in a row are kept together, as a name is more than one. */
function wordAt(word: string, start: number, attributes: Attribute[]): number {
  const end = start + word.length;
  if (switchAttributes.has(word.toLowerCase())) return end;
  const last = attributes.at(-1);
  const goesOn = last?.name === '' && start - last.value.end < LONGEST_GAP;
  const value = { start: goesOn ? last.value.start : start, end };
  if (goesOn) attributes.pop();
  attributes.push({ name: '', value, isQuoted: false });
  return end;
}

function valueAt(text: string, at: number): Pick<Attribute, 'value' | 'isQuoted'> {
  const quote = text.charAt(at);
  const end = quote === '"' || quote === "'" ? text.indexOf(quote, at + 1) : -1;
  if (end !== -1) return { value: { start: at + 1, end }, isQuoted: true };
  return { value: { start: at, end: at + (match(BARE_VALUE, text, at)?.[0].length ?? 0) }, isQuoted: false };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
