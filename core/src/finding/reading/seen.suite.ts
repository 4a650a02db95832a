import type { TextForm } from '../text-form.ts';
import { readingsOf } from './readings.ts';
import { Shelf } from './shelf.ts';

/** What is read in a text, one string a reading: `¶` where lines part, `|` where nothing on both sides belongs together. */
export function seen(text: string, form: TextForm): readonly string[] {
  return readingsOf(text, form, new Shelf()).ways.map((glyphs) => {
    const chars = Array.from({ length: glyphs.length }, (_, at) => String.fromCodePoint(glyphs.char(at)));
    return chars.join('').replaceAll('\u2029', '|').replaceAll('\n', '¶');
  });
}
