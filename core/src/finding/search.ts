import type { Glyphs } from './reading/glyphs.ts';
import type { Hit, Matcher } from './matching/hit.ts';
import type { Readings } from './reading/readings.ts';
import { blockOut } from './block-out.ts';
import { isBreak } from './matching/boundary.ts';
import { weighed } from './matching/weigh.ts';
import { numbersSigned } from './mail/signature.ts';
import { apartFrom, merged, type Stretch, stretchesOf } from './stretch.ts';

/** What a search found; neither list overlaps itself or the other. */
export interface Found {
  readonly certain: readonly Stretch[];
  readonly ambiguous: readonly Stretch[];
}

/** Which matchers want to be asked about a character, a bit for each, by its code; a list with few places filled. */
type Triggers = readonly number[];

/** Makes a search that goes once through each reading of a text, for all matchers together. */
export function searcher(matchers: readonly Matcher[]): (text: string, readings: Pick<Readings, 'ways'>) => Found {
  const triggers = triggersOf(matchers);
  const scan = (glyphs: Glyphs): readonly Hit[] => scanOnce(glyphs, matchers, triggers);
  return (text, { ways }) => searchAll(text, ways, scan);
}

function triggersOf(matchers: readonly Matcher[]): Triggers {
  const triggers: number[] = [];
  for (const [index, matcher] of matchers.entries()) {
    for (const code of matcher.triggers) triggers[code] = (triggers[code] ?? 0) | (1 << index);
  }
  return triggers;
}

function scanOnce(glyphs: Glyphs, matchers: readonly Matcher[], triggers: Triggers): readonly Hit[] {
  const hits: Hit[] = [];
  for (const { begin } of matchers) begin?.();
  const length = glyphs.length;
  for (let at = 0; at < length; at += 1) {
    const wanted = triggers[glyphs.code(at)] ?? 0;
    if (wanted === 0 || !isBreak(glyphs, at)) continue;
    for (let rest = wanted, index = 0; rest !== 0; rest >>= 1, index += 1) {
      const hit = (rest & 1) === 0 ? undefined : matchers[index]?.at(glyphs, at);
      if (hit !== undefined) hits.push(hit);
    }
  }
  return hits;
}

/**
 * Blocks out what was found, and looks again where that may free something: a mention may be tied to its neighbour, and
 * stand alone once that is gone. `jane@d.test-Jane Doe` takes two turns; each takes more of the text, so it ends.
 */
function searchAll(text: string, ways: readonly Glyphs[], scan: (glyphs: Glyphs) => readonly Hit[]): Found {
  let certain: readonly Stretch[] = [];
  let signed: readonly Stretch[] | undefined;
  for (;;) {
    const hits = weighed(ways.map(scan), certain.length > 0);
    const inSource = (some: readonly Hit[], way: number): readonly Stretch[] =>
      ways.slice(way, way + 1).flatMap((glyphs) => some.flatMap((hit) => stretchesOf(hit, glyphs)));
    // Below a name that is still there to be read: in the next turn it is not.
    signed ??= ways.flatMap((glyphs, way) => inSource(numbersSigned(glyphs, hits[way] ?? []), way));
    const found = [...hits.map((some) => some.filter(isShown)).flatMap(inSource), ...signed];
    const isHiding = !hits.flat().every(isShown);
    if (found.length === 0) return { certain, ambiguous: [] };
    const fresh = found.filter(({ sure }) => sure === 'certain');
    const more = fresh.length === 0 ? certain : merged([...certain, ...fresh], text);
    const unsure = found.filter(({ sure }) => sure === 'ambiguous');
    const ambiguous = apartFrom(more, merged(unsure, text));
    if (lengthOf(more) === lengthOf(certain)) return { certain, ambiguous };
    certain = more;
    const mayFree = ways.filter((glyphs) => blockOut(glyphs, more)).length > 0;
    if (!mayFree && ambiguous.length === 0 && !isHiding) return { certain, ambiguous };
  }
}

function isShown({ isHidden }: Hit): boolean {
  return isHidden !== true;
}

function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((length, { start, end }) => length + end - start, 0);
}
