import type { Entry } from '../../finding/matching/hit.ts';
import { parsePostalAddress, wordsWritten } from '../../finding/matching/postal-address.ts';
import type { KeySink } from './key-sink.ts';
import { piecesIn } from './words.ts';

/** Takes down what a postal address is looked up by: the first two words of the house, in all their short forms. */
export function postalKeys({ text }: Entry, sink: KeySink): void {
  for (const [first = '', second = ''] of parsePostalAddress(text)?.houses ?? []) {
    for (const one of wordsWritten(first)) {
      for (const other of wordsWritten(second)) sink.row([...piecesOf(one), ...piecesOf(other)]);
    }
  }
}

function piecesOf(word: string): ReturnType<typeof piecesIn> {
  return piecesIn(Array.from(word, (char) => char.codePointAt(0) ?? 0));
}
