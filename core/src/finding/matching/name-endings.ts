import { endsWord } from './boundary.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import { LOWER, WORD } from '../reading/kinds.ts';

/** Korean writes titles of respect and case particles without a space behind a name. */
const KOREAN =
  /^(?:씨|님|군|양)?(?:은|는|이|가|을|를|의|에게|에게서|에서|께|께서|와|과|도|만|로|으로|랑|이랑|하고|처럼|보다|까지|부터|입니다|이다)?$/;
const LONGEST = 6;
const GENITIVE = 0x73;

/**
 * How a full name ends here: as a `whole` word, also before a Korean particle; or it may be `inflected`, as in German
 * "Peter Müllers Antrag", which may also be somebody whose name ends like that. Nothing inside a word.
 */
export function endingAt(glyphs: Glyphs, to: number): 'whole' | 'inflected' | undefined {
  if (endsWord(glyphs, to) || endsBeforeParticle(glyphs, to)) return 'whole';
  const isGenitive = glyphs.code(to) === GENITIVE && glyphs.is(LOWER, to) && glyphs.is(LOWER, to - 1);
  return isGenitive && endsWord(glyphs, to + 1) ? 'inflected' : undefined;
}

function endsBeforeParticle(glyphs: Glyphs, to: number): boolean {
  if (!isHangul(glyphs.code(to))) return false;
  let rest = '';
  for (let at = to; at - to < LONGEST && glyphs.is(WORD, at); at += 1) rest += String.fromCodePoint(glyphs.code(at));
  return KOREAN.test(rest);
}

function isHangul(code: number): boolean {
  return code >= 0xac00 && code <= 0xd7a3;
}
