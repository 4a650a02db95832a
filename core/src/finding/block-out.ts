import type { Glyphs } from './reading/glyphs.ts';
import { firstEndingAfter, type Stretch } from './stretch.ts';

/** Takes stretches out of a reading: a sign that belongs to nothing looked for comes in the place of each of their characters. */
export function blockOut(glyphs: Glyphs, stretches: readonly Stretch[]): void {
  let next = 0;
  for (let at = 0; at < glyphs.length; at += 1) {
    const place = glyphs.start(at);
    // Attributes are read after the text they stand in.
    if (place < glyphs.start(at - 1)) next = firstEndingAfter(stretches, place);
    while ((stretches[next]?.end ?? Infinity) <= place) next += 1;
    if ((stretches[next]?.start ?? Infinity) < glyphs.end(at)) glyphs.block(at);
  }
}
