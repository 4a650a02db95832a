import { Parser } from 'htmlparser2';

/** A stretch of a body: text as a reader sees it, or an opening tag. Offsets are UTF-16 units into the body. */
export type Piece =
  | { readonly is: 'text'; readonly start: number; readonly end: number }
  | {
      readonly is: 'tag';
      readonly start: number;
      readonly end: number;
      readonly name: string;
      readonly shows: boolean;
    };

/** Attributes that say something; the rest is form. */
const telling = ['href', 'src', 'title', 'alt'];
/** Their content is no text. */
const unread = new Set(['style', 'script']);

/** Texts and opening tags of a body, in order. What is neither (closing tags, comments) is left out. */
export function piecesOf(html: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let hidden = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes, isImplied) => {
        if (unread.has(name)) hidden += 1;
        if (isImplied) return;
        const shows = telling.some((attribute) => (attributes[attribute] ?? '').trim() !== '');
        pieces.push({ is: 'tag', start: parser.startIndex, end: parser.endIndex + 1, name, shows });
      },
      onclosetag: (name) => {
        if (unread.has(name)) hidden -= 1;
      },
      ontext: () => {
        if (hidden === 0) pieces.push({ is: 'text', start: parser.startIndex, end: parser.endIndex + 1 });
      },
    },
    { decodeEntities: false },
  );
  parser.end(html);
  return pieces;
}
