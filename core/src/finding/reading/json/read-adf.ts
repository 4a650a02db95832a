import { NEUTRAL } from '../../neutral.ts';
import type { GlyphTaker, Range } from '../glyphs.ts';
import { APART } from '../kinds.ts';
import { asItIs, type FormRead, type Place, type Whole } from '../place.ts';
import { addressKeys, inlineNodes, vocabularyKeys } from './adf-vocabulary.ts';
import { inJsonString, readJsonString, wordIn } from './json-string.ts';
import { type JsonObject, jsonTree, type JsonValue } from './json-tree.ts';
import { readJson } from './read-json.ts';

const NEW_LINE = 0x0a;
const BLANK = 0x20;

/** A node's place in the list it is in. */
type Among = readonly Range[] | undefined;

/**
 * Reads an Atlassian document: the text as a reader sees it, whichever way marks split it, then what stands in attributes, each
 * apart from the others. A mention goes as a whole, and a text left empty goes with its node, as the format has no empty texts.
 */
export function readAdf(text: string, glyphs: GlyphTaker): FormRead {
  const tree = jsonTree(text);
  if (tree?.kind !== 'object') return readJson(text, glyphs);
  read(new AdfReading(text, glyphs), tree);
  // Where something can be cut costs as much as reading, and few texts are cut: only then it is read for that.
  return { places: () => placesIn(text, tree), write: asItIs };
}

function read(reading: AdfReading, tree: JsonObject): void {
  reading.readNode(tree, undefined);
  reading.readAside();
}

function placesIn(text: string, tree: JsonObject): readonly Place[] {
  const places: Place[] = [];
  read(new AdfReading(text, nowhere, places), tree);
  return places.sort((one, other) => one.start - other.start);
}

const nowhere: GlyphTaker = { add: () => undefined, addRun: (_, { end }) => end };

class AdfReading {
  readonly #places: Place[] | undefined;
  readonly #text: string;
  readonly #glyphs: GlyphTaker;
  readonly #aside: Range[] = [];

  constructor(text: string, glyphs: GlyphTaker, places?: Place[]) {
    this.#text = text;
    this.#glyphs = glyphs;
    this.#places = places;
  }

  readNode(node: JsonObject, among: Among): void {
    const type = this.#wordOf(node, 'type');
    if (type === 'text') this.#readText(node, among);
    else if (type === 'mention') this.#readMention(node, among);
    else this.#readOther(node, type);
  }

  /** After the text, so that nothing comes between its words. */
  readAside(): void {
    for (const range of this.#aside) {
      this.#glyphs.add(APART, range.start, range.start);
      readJsonString(this.#glyphs, this.#text, range);
    }
  }

  #readText(node: JsonObject, among: Among): void {
    for (const { name, value } of this.#members(node)) {
      if (name === 'text' && value.kind === 'string') {
        const { start, end } = value;
        readJsonString(this.#glyphs, this.#text, value);
        if (this.#places === undefined) continue;
        const whole: Whole | undefined = among && { ...rangeOf(node), goes: 'emptied', write: asItIs, among };
        this.#places.push({ start, end, write: inJsonString, ...(whole ? { whole } : { filler: NEUTRAL }) });
      } else if (name !== 'type') this.#setAside(value, name);
    }
  }

  /** `@Jane Doe`: the name shown and the account's id go together, and words come in their place. */
  #readMention(node: JsonObject, among: Among): void {
    this.#separate(APART, node);
    const write = (words: string): string => `{"type":"text","text":"${inJsonString(words)}"}`;
    const whole: Whole = { ...rangeOf(node), goes: 'touched', write, ...(among && { among }) };
    for (const { name, value } of this.#members(node)) if (name !== 'type') this.#setAside(value, name, whole);
  }

  #readOther(node: JsonObject, type: string): void {
    const members = this.#members(node);
    const separator = type === 'hardBreak' ? NEW_LINE : /^table(?:Cell|Header)$/.test(type) ? BLANK : APART;
    this.#separate(separator, node);
    for (const { name, value } of members) {
      if (name === 'content' && value.kind === 'list') this.#readContent(value, separator === BLANK);
      else if (name !== 'type') this.#setAside(value, name);
    }
    if (separator === APART && !inlineNodes.has(type)) this.#separate(APART, { start: node.end });
  }

  /** In a table a name may fill two cells; each holds one paragraph. */
  #readContent({ items }: { readonly items: readonly JsonValue[] }, isCell: boolean): void {
    const [only] = items;
    const lines = isCell && items.length === 1 && only?.kind === 'object' ? this.#members(only) : [];
    const inner = lines.find(({ name, value }) => name === 'content' && value.kind === 'list')?.value;
    if (inner?.kind === 'list' && only?.kind === 'object' && this.#wordOf(only, 'type') === 'paragraph') {
      this.#readContent(inner, false);
      return;
    }
    for (const item of items) {
      if (item.kind === 'object') this.readNode(item, items);
      else this.#setAside(item, 'content');
    }
  }

  #setAside(value: JsonValue, key: string, whole?: Whole): void {
    if (vocabularyKeys.has(key)) return;
    if (value.kind === 'list') for (const item of value.items) this.#setAside(item, key, whole);
    if (value.kind === 'object')
      for (const member of this.#members(value)) this.#setAside(member.value, member.name, whole);
    if (value.kind !== 'string') return;
    const { start, end } = value;
    const isAddress = addressKeys.has(key);
    const write = isAddress ? (words: string): string => inJsonString(encodeURIComponent(words)) : inJsonString;
    this.#aside.push({ start, end });
    this.#places?.push({ start, end, write, filler: write(NEUTRAL), ...(whole && { whole }) });
  }

  #separate(sign: number, { start }: Pick<Range, 'start'>): void {
    this.#glyphs.add(sign, start, start);
  }

  #members({ members }: JsonObject): readonly { readonly name: string; readonly value: JsonValue }[] {
    return members.map(({ key, value }) => ({ name: wordIn(this.#text, key), value }));
  }

  #wordOf(node: JsonObject, name: string): string {
    const value = this.#members(node).find((member) => member.name === name)?.value;
    return value?.kind === 'string' ? wordIn(this.#text, value) : '';
  }
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}
