import { filled, line } from './readable-line.ts';
import type { Line } from './readable-line.ts';
import type { Certificate } from './schema.ts';
import type { CertificateWords } from './words/certificate-words.ts';

/** What is or may be left of the person, by kind and number, with the host's reason where there is one. */
export function leftLines(one: Certificate, words: CertificateWords): readonly Line[] {
  const { kinds, labels } = words;
  const counted = (['ambiguous', 'residue', 'grown'] as const).filter((what) => one[what] > 0);
  const lines = [
    ...one.gaps.map(({ kind, because, count }) => line(kinds[kind], String(count), because)),
    ...one.notProven.map(({ kind, end, code, count }) => {
      const why = code === undefined ? words.ends[end] : `${words.ends[end]} (${words.troubles[code]})`;
      return line(kinds[kind], `${String(count)}: ${why}`);
    }),
    ...one.remains.map(({ kind, where, count }) => line(kinds[kind], stays(words, count), where)),
    ...one.unreached.map(({ because }) => line(undefined, withoutEnd(words.unreached), because)),
    ...counted.map((what) => line(labels[what], String(one[what]))),
  ];
  return lines.length === 0 ? [line(undefined, words.nothing)] : lines;
}

function stays({ stays: text }: CertificateWords, count: number): string {
  return `${String(count)}: ${withoutEnd(text)}`;
}

/** The sentence of the plugin follows by itself, as it is in another language. */
function withoutEnd(text: string): string {
  return filled(text, { where: '', because: '' }).replace(/\s*:\s*$/, '');
}
