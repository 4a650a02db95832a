import type { GlyphTaker, Range } from '../glyphs.ts';
import { APART } from '../kinds.ts';
import { asItIs, type FormRead, type Place } from '../place.ts';
import { readPlain } from '../read-plain.ts';
import { inJsonString, readJsonString } from './json-string.ts';
import { jsonTree, type JsonValue } from './json-tree.ts';

/** Reads all strings, keys and numbers of a JSON text, each apart from the others; what is no JSON is read as plain text. */
export function readJson(text: string, glyphs: GlyphTaker): FormRead {
  const tree = jsonTree(text);
  if (tree === undefined) return readPlain(text, glyphs);
  const places: Place[] = [];
  readValue(tree, (range, kind) => {
    glyphs.add(APART, range.start, range.start);
    readJsonString(glyphs, text, range);
    places.push(kind === 'string' ? { ...range, write: inJsonString } : numberPlace(range));
  });
  return { places: () => places, write: asItIs };
}

function readValue(value: JsonValue, read: (range: Range, kind: 'string' | 'number') => void): void {
  const { start, end } = value;
  if (value.kind === 'string' || value.kind === 'number') read({ start, end }, value.kind);
  if (value.kind === 'list') for (const item of value.items) readValue(item, read);
  if (value.kind !== 'object') return;
  for (const member of value.members) {
    read(member.key, 'string');
    readValue(member.value, read);
  }
}

/** A phone or a customer's number may be filed as a number; what comes in its place is a string. */
function numberPlace({ start, end }: Range): Place {
  const write = (text: string): string => JSON.stringify(text);
  return { start, end, write, whole: { start, end, goes: 'touched', write } };
}
