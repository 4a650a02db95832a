import type { Range } from '../glyphs.ts';

/** A JSON value and where it stands; of a string, `start` and `end` are those of what is between the quotes. */
export type JsonValue =
  | (Range & { readonly kind: 'string' | 'number' | 'word' })
  | (Range & { readonly kind: 'list'; readonly items: readonly JsonValue[] })
  | JsonObject;

/** A JSON object and its members in the order of the source. */
export interface JsonObject extends Range {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
}

/** A member of an object: where its key stands, and its value. */
interface JsonMember {
  readonly key: Range;
  readonly value: JsonValue;
}

/** Deeper documents are no documents anybody wrote; they are read as plain text. */
const DEEPEST = 200;
const GAP = /[\t\n\r ]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const BLANK = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** The whole text as one JSON value, nothing where it is none; in one pass. */
export function jsonTree(text: string): JsonValue | undefined {
  const value = valueAt(text, skipGap(text, 0), 0);
  return value !== undefined && skipGap(text, after(value)) === text.length ? value : undefined;
}

/** Where what follows a value begins. */
function after({ kind, end }: JsonValue): number {
  return kind === 'string' ? end + 1 : end;
}

function valueAt(text: string, at: number, depth: number): JsonValue | undefined {
  if (depth > DEEPEST) return undefined;
  switch (text.charAt(at)) {
    case '"':
      return stringAt(text, at);
    case '{':
      return objectAt(text, at, depth);
    case '[':
      return listAt(text, at, depth);
    default:
      return wordAt(text, at);
  }
}

function listAt(text: string, start: number, depth: number): JsonValue | undefined {
  const items: JsonValue[] = [];
  let at = skipGap(text, start + 1);
  if (text.charAt(at) === ']') return { kind: 'list', items, start, end: at + 1 };
  for (;;) {
    const item = valueAt(text, at, depth + 1);
    if (item === undefined) return undefined;
    items.push(item);
    at = skipGap(text, after(item));
    if (text.charAt(at) === ']') return { kind: 'list', items, start, end: at + 1 };
    if (text.charAt(at) !== ',') return undefined;
    at = skipGap(text, at + 1);
  }
}

function objectAt(text: string, start: number, depth: number): JsonObject | undefined {
  const members: JsonMember[] = [];
  let at = skipGap(text, start + 1);
  if (text.charAt(at) === '}') return { kind: 'object', members, start, end: at + 1 };
  for (;;) {
    const member = memberAt(text, at, depth + 1);
    if (member === undefined) return undefined;
    members.push(member);
    at = skipGap(text, after(member.value));
    if (text.charAt(at) === '}') return { kind: 'object', members, start, end: at + 1 };
    if (text.charAt(at) !== ',') return undefined;
    at = skipGap(text, at + 1);
  }
}

function memberAt(text: string, at: number, depth: number): JsonMember | undefined {
  const key = stringAt(text, at);
  const colon = key === undefined ? -1 : skipGap(text, key.end + 1);
  if (key === undefined || text.charAt(colon) !== ':') return undefined;
  const value = valueAt(text, skipGap(text, colon + 1), depth);
  return value && { key: { start: key.start, end: key.end }, value };
}

function stringAt(text: string, start: number): (Range & { readonly kind: 'string' }) | undefined {
  if (text.charCodeAt(start) !== QUOTE) return undefined;
  for (let at = start + 1; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) return { kind: 'string', start: start + 1, end: at };
    if (unit === BACKSLASH) at += 1;
  }
  return undefined;
}

function wordAt(text: string, start: number): JsonValue | undefined {
  NUMBER.lastIndex = start;
  WORD.lastIndex = start;
  const number = NUMBER.exec(text)?.[0];
  const word = number ?? WORD.exec(text)?.[0];
  return word === undefined
    ? undefined
    : { kind: number === undefined ? 'word' : 'number', start, end: start + word.length };
}

function skipGap(text: string, at: number): number {
  if (text.charCodeAt(at) > BLANK) return at;
  GAP.lastIndex = at;
  return at + (GAP.exec(text)?.[0].length ?? 0);
}
