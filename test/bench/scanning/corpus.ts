import type { Invented } from './people.ts';
import type { Seeded } from './seeded.ts';

/** A message of a help desk in its host's form. */
export interface Message {
  readonly form: 'plain' | 'html' | 'adf';
  readonly text: string;
}

const HTML = 0.25;
const ADF = 0.05;
const QUOTES = 0.3;

/** Writes a message: about people of the list, in the language of the one who writes. */
export function writeMessage(people: readonly Invented[], seeded: Seeded): Message {
  const author = seeded.of(people);
  const other = seeded.of(people);
  const paragraphs = [
    `${author.locale.greeting} ${seeded.chance(0.5) ? other.given : fullName(other, seeded)},`,
    ...Array.from({ length: 1 + seeded.below(3) }, () => paragraph(author, seeded.of(people), seeded)),
    signature(author, seeded),
  ];
  if (seeded.chance(QUOTES)) paragraphs.push(quoted(other, author, seeded));
  const kind = seeded.next();
  if (kind < HTML) return { form: 'html', text: asHtml(paragraphs, seeded) };
  return kind < HTML + ADF
    ? { form: 'adf', text: asAdf(paragraphs) }
    : { form: 'plain', text: paragraphs.join('\n\n') };
}

function fullName({ given, family }: Invented, seeded: Seeded): string {
  const way = seeded.next();
  if (way < 0.7) return `${given} ${family}`;
  if (way < 0.85) return `${family}, ${given}`;
  return way < 0.95 ? `${given.slice(0, 1)}. ${family}` : `${given} ${family}`.toUpperCase();
}

function paragraph({ locale }: Invented, about: Invented, seeded: Seeded): string {
  const sentences = Array.from({ length: 1 + seeded.below(3) }, () => sentence(locale.words, seeded));
  if (seeded.chance(0.35)) sentences.push(mention(about, seeded));
  return sentences.join(' ');
}

function sentence(words: readonly string[], seeded: Seeded): string {
  const length = 6 + seeded.below(14);
  const some = Array.from({ length }, () => words[Math.floor(words.length * seeded.next() ** 2)] ?? '');
  if (seeded.chance(0.1)) some.push(`#${String(seeded.below(100_000))}`);
  if (seeded.chance(0.06))
    some.push(`https://desk.test/tickets/${String(seeded.below(1_000_000))}?page=${String(seeded.below(9))}`);
  if (seeded.chance(0.12))
    some.push(seeded.of(['– we’ll see', '“really”', '… 👍', 'it’s fine', '50 %', '(2026-11-04 14:30)']));
  const text = some.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function mention(about: Invented, seeded: Seeded): string {
  const way = seeded.next();
  if (way < 0.6) return `${fullName(about, seeded)}.`;
  if (way < 0.75) return `(${about.address})`;
  return way < 0.85 ? `@${about.login}` : way < 0.93 ? `ID ${about.id}.` : `Tel. ${spoken(about.phone, seeded)}.`;
}

function spoken(phone: string, seeded: Seeded): string {
  return seeded.of([phone, phone.replace(/^\+/, '00'), phone.replaceAll(' ', '-'), phone.replaceAll(' ', '')]);
}

function signature(author: Invented, seeded: Seeded): string {
  const lines = [author.locale.closing, `${author.given} ${author.family}`];
  if (seeded.chance(0.3)) lines.push(`Tel. ${spoken(author.phone, seeded)}`);
  if (seeded.chance(0.3)) lines.push(author.address);
  return lines.join('\n');
}

function quoted(from: Invented, to: Invented, seeded: Seeded): string {
  const head = `${from.given} ${from.family} <${from.address}> ${from.locale.wrote}`;
  const lines = Array.from({ length: 2 + seeded.below(4) }, () => `> ${sentence(from.locale.words, seeded)}`);
  return [head, `> ${from.locale.greeting} ${to.given},`, ...lines].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function asHtml(paragraphs: readonly string[], seeded: Seeded): string {
  const inner = paragraphs.map((text) => {
    const lines = escaped(text).replaceAll('\n', seeded.chance(0.5) ? '<br>' : '<br />\n');
    const space = seeded.chance(0.15) ? lines.replace(' ', '&nbsp;') : lines;
    const bold = seeded.chance(0.2) ? space.replace(/(\S+) (\S+)/, '<b>$1</b> $2') : space;
    return seeded.chance(0.5) ? `<p>${bold}</p>` : `<div style="margin:0 0 1em">${bold}</div>`;
  });
  if (seeded.chance(0.3)) inner.push('<p><a href="https://desk.test/help?id=3" title="Help">Help</a></p>');
  return inner.join(seeded.chance(0.5) ? '\n' : '');
}

function asAdf(paragraphs: readonly string[]): string {
  const content = paragraphs.map((text) => ({
    type: 'paragraph',
    content: text
      .split('\n')
      .flatMap((line, index) => [
        ...(index > 0 ? [{ type: 'hardBreak' }] : []),
        ...(line === '' ? [] : [{ type: 'text', text: line }]),
      ]),
  }));
  return JSON.stringify({ version: 1, type: 'doc', content });
}
