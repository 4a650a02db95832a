import type { Range } from './reading/glyphs.ts';
import type { FormRead, Place } from './reading/place.ts';
import type { Stretch } from './stretch.ts';

/** What is cut from a text and what comes in its place. */
export interface Cut extends FormRead {
  readonly stretches: readonly Stretch[];
  readonly replacement: string;
}

interface Edit extends Range {
  readonly text: string;
}

/** An edit that takes a member of a list out. */
interface Removal extends Edit {
  readonly among: readonly Range[];
}

/** The text with the stretches replaced: once a mention, also where it runs over tags; all else as it was. */
export function withoutStretches(text: string, cut: Cut): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of editsOf(text, cut)) {
    if (edit.start < at) continue;
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return parts.join('') + text.slice(at);
}

function editsOf(text: string, cut: Cut): readonly Edit[] {
  const places = cut.places();
  const edits: Edit[] = [];
  const removals: Removal[] = [];
  let next = 0;
  let index = 0;
  while (index < cut.stretches.length) {
    const start = cut.stretches[index]?.start ?? 0;
    while ((places[next]?.end ?? Infinity) <= start) next += 1;
    const place = places[next];
    const isInside = place !== undefined && place.start <= start;
    const last = isInside ? lastBefore(place.end, cut.stretches, index) : index;
    const some = cut.stretches.slice(index, last + 1).map((stretch) => editOf(stretch, cut, isInside ? place : cut));
    for (const edit of isInside ? editsIn(place, place.isTight ? tightened(some, place, text) : some, cut) : some) {
      if ('among' in edit) removals.push(edit);
      else edits.push(edit);
    }
    index = last + 1;
  }
  return [...edits, ...withCommas(removals)].sort((one, other) => one.start - other.start || other.end - one.end);
}

function lastBefore(end: number, stretches: readonly Range[], index: number): number {
  let last = index;
  while ((stretches[last + 1]?.start ?? Infinity) < end) last += 1;
  return last;
}

function editOf({ start, end, isFirst }: Stretch, { replacement }: Cut, { write }: Pick<Cut, 'write'>): Edit {
  return { start, end, text: isFirst ? write(replacement) : '' };
}

function editsIn(place: Place, edits: readonly Edit[], { replacement }: Cut): readonly (Edit | Removal)[] {
  const gone = edits.reduce((sum, { start, end }) => sum + end - start, 0);
  const isEmptied = gone >= place.end - place.start && edits.every(({ text }) => text === '');
  const { whole, filler } = place;
  if (whole !== undefined && (isEmptied || whole.goes === 'touched')) {
    const { start, end, among } = whole;
    const isNothing = isEmptied || replacement === '';
    if (isNothing && among !== undefined) return [{ start, end, text: '', among }];
    return [{ start, end, text: whole.write(isNothing ? (filler ?? '') : replacement) }];
  }
  if (!isEmptied || filler === undefined) return edits;
  return edits.map((edit, index) => (index === 0 ? { ...edit, text: filler } : edit));
}

/** White space that would be left at an edge of the place goes too. */
function tightened(edits: readonly Edit[], place: Place, text: string): readonly Edit[] {
  return edits.map((edit) => {
    if (edit.text !== '') return edit;
    const after = edit.start > place.start ? '' : (/^\s*/.exec(text.slice(edit.end, place.end))?.[0] ?? '');
    const before = edit.end < place.end ? '' : (/\s*$/.exec(text.slice(place.start, edit.start))?.[0] ?? '');
    return { ...edit, start: edit.start - before.length, end: edit.end + after.length };
  });
}

/** What goes when members of lists go: a comma with each, but none before the first that stays. */
function withCommas(removals: readonly Removal[]): readonly Edit[] {
  const lists = new Map<readonly Range[], Set<number>>();
  for (const { among, start } of removals) lists.set(among, (lists.get(among) ?? new Set()).add(start));
  return [...lists].flatMap(([members, gone]) => {
    const firstKept = members.findIndex(({ start }) => !gone.has(start));
    return members.flatMap((member, index) => {
      if (!gone.has(member.start)) return [];
      const start = firstKept === -1 || index < firstKept ? member.start : (members[index - 1]?.end ?? member.start);
      const isBeforeKept = index < firstKept || (firstKept === -1 && index < members.length - 1);
      const end = isBeforeKept ? (members[index + 1]?.start ?? member.end) : member.end;
      return [{ start, end, text: '' }];
    });
  });
}
