import { filled, line, momentText } from './readable-line.ts';
import type { Line } from './readable-line.ts';
import type { Certificate, LaterCheck } from './schema.ts';
import type { CertificateWords } from './words/certificate-words.ts';

/** Checks that were made, and those that are still to come. */
export function checkLines({ checks, planned }: Certificate, words: CertificateWords): readonly Line[] {
  const lines = [
    ...checks.map((check) => line(namesOf(check, words), checkText(check, words))),
    ...planned.map(({ after, due }) => line(words.times[after], filled(words.due, { moment: momentText(due) }))),
  ];
  return lines.length === 0 ? [line(undefined, words.none)] : lines;
}

function namesOf({ covers }: LaterCheck, { times }: CertificateWords): string {
  return covers.map((after) => times[after]).join(', ');
}

function checkText(check: LaterCheck, words: CertificateWords): string {
  const { at, result, reread, changed, unchecked, trouble } = check;
  const parts = [
    `${momentText(at)}: ${words.results[result]}`,
    ...(trouble === undefined ? [] : [words.troubles[trouble]]),
    ...changed.map(({ kind, count }) => `${words.kinds[kind]}: ${String(count)}`),
    ...(reread === 0 ? [] : [filled(words.reread, { count: reread })]),
    ...(unchecked === 0 ? [] : [filled(words.unchecked, { count: unchecked })]),
  ];
  return parts.join('; ');
}
