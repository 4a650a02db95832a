import type { Mentions } from '../planning/mentions.ts';
import type { Report } from './schema.ts';
import { markdownTable, shown } from './table.ts';
import { doubtWords, mentionWords } from './why-words.ts';

/** What was cut out of texts, by why it was found. */
export function cutTable({ mentions }: Report): string {
  const cut = mentions.filter(({ doubt }) => doubt === undefined);
  return markdownTable(
    ['mentions planned to be cut out of texts', 'how many'],
    cut.map((one) => [mentionWords(one), one.count]),
  );
}

/** What stayed as it may not be the person, by why. */
export function doubtTable({ mentions }: Report): string {
  return markdownTable(
    ['left as uncertain', 'because', 'mentions'],
    mentions.flatMap((one) => doubtRow(one)),
  );
}

/** What a second look found in texts that were cut: for each sort the spots it is in, for a person to look at. */
export function residueLines({ residue }: Report): string {
  const places = new Map<string, string[]>();
  for (const { label, mentions } of residue) {
    for (const sort of new Set(mentions.map(sortOf))) places.set(sort, [...(places.get(sort) ?? []), shown(label)]);
  }
  return [...places].map(([sort, labels]) => `- ${sort}: ${labels.join('; ')}`).join('\n');
}

function doubtRow(one: Mentions): readonly (readonly (string | number)[])[] {
  const because = doubtWords(one);
  return because === undefined ? [] : [[mentionWords(one), because, one.count]];
}

function sortOf(one: Mentions): string {
  return `${mentionWords(one)} (${doubtWords(one) ?? 'certain'})`;
}
