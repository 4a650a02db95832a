import { domainAfter, isInLocal } from './address.ts';
import { endsWord, isDigit } from './boundary.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import { WORD } from '../reading/kinds.ts';
import type { Hit, Matcher } from './hit.ts';

const AT = 0x40;
const SLASH = 0x2f;
const HYPHEN = 0x2d;
const LONGEST = 64;

/** The same matcher; what it finds inside an address or a slug is found as far as that goes. */
export function widening(matcher: Matcher): Matcher {
  return { ...matcher, at: (glyphs, at) => widened(glyphs, matcher.at(glyphs, at)) };
}

function widened(glyphs: Glyphs, hit: Hit | undefined): Hit | undefined {
  if (hit === undefined) return undefined;
  return hit.doubt === 'foreign-address' ? withAddress(glyphs, hit) : withSlug(glyphs, hit);
}

/** `jane.doe.smith@d.test`: whose it is can only be told from the whole. */
function withAddress(glyphs: Glyphs, hit: Hit): Hit {
  let { from, to } = hit;
  while (hit.from - from < LONGEST && isInLocal(glyphs, from - 1)) from -= 1;
  while (to - hit.to < LONGEST && isInLocal(glyphs, to)) to += 1;
  const domain = glyphs.code(to) === AT ? domainAfter(glyphs, to) : undefined;
  return domain === undefined ? hit : { ...hit, from, to: domain.to, how: 'address-around' };
}

/** `/in/jane-doe-1a2b3c`: the code behind a name tells the page of one person from those of others called the same. */
function withSlug(glyphs: Glyphs, hit: Hit): Hit {
  if (glyphs.code(hit.from - 1) !== SLASH || glyphs.code(hit.to) !== HYPHEN) return hit;
  let to = hit.to + 1;
  let hasDigit = false;
  for (; to - hit.to < LONGEST && glyphs.is(WORD, to); to += 1) hasDigit ||= isDigit(glyphs, to);
  return hasDigit && endsWord(glyphs, to) ? { ...hit, to, how: 'address-around' } : hit;
}
