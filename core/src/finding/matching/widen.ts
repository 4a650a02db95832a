import { endsWord, isDigit } from './boundary.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import { WORD } from '../reading/kinds.ts';
import type { Hit, Matcher } from './hit.ts';

const SLASH = 0x2f;
const HYPHEN = 0x2d;
const LONGEST = 64;

/** The same matcher; what it finds at the beginning of a slug is found as far as its code goes. */
export function widening(matcher: Matcher): Matcher {
  return { ...matcher, at: (glyphs, at) => withSlug(glyphs, matcher.at(glyphs, at)) };
}

/** `/in/jane-doe-1a2b3c`: the code behind a name tells the page of one person from those of others called the same. */
function withSlug(glyphs: Glyphs, hit: Hit | undefined): Hit | undefined {
  if (hit === undefined || glyphs.code(hit.from - 1) !== SLASH || glyphs.code(hit.to) !== HYPHEN) return hit;
  let to = hit.to + 1;
  let hasDigit = false;
  for (; to - hit.to < LONGEST && glyphs.is(WORD, to); to += 1) hasDigit ||= isDigit(glyphs, to);
  return hasDigit && endsWord(glyphs, to) ? { ...hit, to, how: 'address-around' } : hit;
}
