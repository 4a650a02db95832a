import { escapeIn } from '../decode-bytes.ts';
import type { Glyphs } from '../glyphs.ts';
import { mailWords } from './mail-words.ts';

const BLANK = 0x20;
const UNDERSCORE = 0x5f;

/** Writes the characters with encoded words of mail headers decoded: `=?utf-8?Q?J=C3=BCrgen_Doe?=` reads "Jürgen Doe". */
export function decodeWords(text: string, read: Glyphs, glyphs: Glyphs): Glyphs {
  const words = mailWords(text);
  let next = 0;
  let at = 0;
  while (at < read.length) {
    const place = read.start(at);
    if (place < read.start(at - 1)) next = 0;
    while ((words[next]?.end ?? Infinity) <= place) next += 1;
    const word = words[next];
    const isInside = word !== undefined && word.start <= place;
    const isBody = isInside && place >= word.body.start && place < word.body.end;
    const escape = isBody ? escapeIn(read, at, 'quoted-printable') : undefined;
    const length = escape?.length ?? 1;
    const char = isBody && read.char(at) === UNDERSCORE ? BLANK : (escape?.char ?? read.char(at));
    if (!isInside || isBody) glyphs.add(char, place, read.end(at + length - 1));
    at += length;
  }
  return glyphs;
}
