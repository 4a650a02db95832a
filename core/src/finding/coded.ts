import type { Found } from './search.ts';
import { apartFrom, type Stretch } from './stretch.ts';

/** What was found, and what was found in parts of the text that nothing can be cut out of: that is only listed. */
export function withCoded({ certain, ambiguous }: Found, coded: Found): Found {
  const listed = [...coded.certain, ...coded.ambiguous].sort((one, other) => one.start - other.start).map(onlyListed);
  return { certain, ambiguous: [...ambiguous, ...apartFrom(certain, apartFrom(ambiguous, listed))] };
}

function onlyListed({ evidence: _, ...stretch }: Stretch): Stretch {
  return { ...stretch, sure: 'ambiguous', doubt: 'encoded' };
}
