import { piecesOf } from './html-pieces.ts';
import type { Piece } from './html-pieces.ts';

/** Marks for Zendesk's redaction: https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/#redact-ticket-comment-in-agent-workspace */

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Signs nobody reads: white space, blocks, what keeps words apart or together. */
const nothing =
  /^(?:[\s▇\u00a0\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]|&(?:nbsp|zwnj|zwj|shy|#160|#xa0|#8203);)*$/iu;
const entity = /&(?:#\d+|#x[\da-f]+|[a-z][\da-z]*);/giu;

/** Whether nothing is left to read in a body: blocks and white space only, no link and no picture. */
export function isRedactedAway(html: string): boolean {
  return piecesOf(html).every((piece) =>
    piece.is === 'text' ? nothing.test(html.slice(piece.start, piece.end)) : !saysSomething(piece),
  );
}

/** The body with every text in `<redact>` and every telling tag marked; nothing if there is nothing left to redact. */
export function markedWhole(html: string): string | undefined {
  const pieces = piecesOf(html);
  const texts = pieces.filter(({ is, start, end }) => is === 'text' && !nothing.test(html.slice(start, end)));
  const tags = pieces.flatMap((piece) => (piece.is === 'tag' && saysSomething(piece) ? [piece] : []));
  return texts.length + tags.length === 0 ? undefined : withMarks(html, joined(texts), tags);
}

/** The body with these stretches in `<redact>`: no mark runs over a tag or into an entity; a tag that is hit is marked itself. */
export function markedCuts(html: string, cuts: readonly Range[]): string {
  const pieces = piecesOf(html);
  const hits = (piece: Range): readonly Range[] => cuts.filter((cut) => cut.start < piece.end && cut.end > piece.start);
  const texts = pieces.flatMap((piece) =>
    piece.is === 'text' ? hits(piece).map((cut) => aroundEntities(html, within(cut, piece))) : [],
  );
  // A stretch that runs over a tag leaves it; one that begins or ends in it means one of its attributes.
  const isHit = ({ start, end }: Range): boolean =>
    cuts.some((cut) => (cut.start > start && cut.start < end) || (cut.end > start && cut.end < end));
  const tags = pieces.flatMap((piece) => (piece.is === 'tag' && isHit(piece) ? [piece] : []));
  return withMarks(html, joined(texts), tags);
}

/** Whether a text without markup is blocks and white space only. */
export function isBlocksOnly(text: string): boolean {
  return nothing.test(text);
}

/** A text without markup with these stretches in `<redact>`. */
export function markedRanges(text: string, cuts: readonly Range[]): string {
  return withMarks(text, joined(cuts), []);
}

type Tag = Extract<Piece, { is: 'tag' }>;

/** Links and pictures are redacted by their kind; other tags where an attribute says something. */
function saysSomething(piece: Piece): boolean {
  return piece.is === 'tag' && piece.shows;
}

function withMarks(html: string, texts: readonly Range[], tags: readonly Tag[]): string {
  const marks = [
    ...texts.flatMap(({ start, end }) => [
      { at: start, mark: '<redact>' },
      { at: end, mark: '</redact>' },
    ]),
    ...tags.map(({ start, name }) => ({ at: start + 1 + name.length, mark: ' redact' })),
  ].sort((one, other) => one.at - other.at || (one.mark < other.mark ? -1 : 1));
  let at = 0;
  const parts = marks.map((mark) => {
    const part = `${html.slice(at, mark.at)}${mark.mark}`;
    at = mark.at;
    return part;
  });
  return parts.join('') + html.slice(at);
}

function within(cut: Range, piece: Range): Range {
  return { start: Math.max(cut.start, piece.start), end: Math.min(cut.end, piece.end) };
}

/** A stretch that begins or ends inside an entity takes all of it. */
function aroundEntities(html: string, { start, end }: Range): Range {
  const near = Math.max(0, start - 12);
  const found = [...html.slice(near, end + 12).matchAll(entity)].map(({ index, 0: text }) => ({
    start: near + index,
    end: near + index + text.length,
  }));
  const [first, last] = [start, end].map((at) => found.find((one) => one.start < at && at < one.end));
  return { start: first?.start ?? start, end: last?.end ?? end };
}

function joined(ranges: readonly Range[]): readonly Range[] {
  const sorted = [...ranges].sort((one, other) => one.start - other.start);
  return sorted.reduce<Range[]>((some, range) => {
    const last = some.at(-1);
    if (last === undefined || range.start > last.end) return [...some, range];
    return [...some.slice(0, -1), { start: last.start, end: Math.max(last.end, range.end) }];
  }, []);
}
