import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { identifiersFrom, type PlainIdentifiers } from '../../identifiers.ts';
import { Personal } from '../../personal.ts';
import { finderFor } from '../finder-for.ts';
import { readingsOf } from '../reading/readings.ts';
import { Shelf } from '../reading/shelf.ts';
import { leftmostLongest } from './choose.ts';
import { matchedAnywhere, poolOf } from './everywhere.suite.ts';
import { kernelWalker } from './kernel/kernel-walker.ts';
import { scannerFor } from './scanner-for.ts';
import { ScriptWalker } from './script-walker.ts';
import { copierFor, SLOW } from './walk.ts';

const plain: readonly PlainIdentifiers[] = [
  {
    names: ['Jane Marie Doe', 'Günter Weiß'],
    addresses: ['jane@d.test', 'jd@gmail.com', 'support+17@d.test'],
    phones: ['+44 20 7946 0958', '555 12'],
    logins: ['jdoe42'],
    externalIds: ['E-10042', '123456'],
  },
  { names: ['山田 太郎', "Seán O'Brien", 'William Turner'], phones: ['020 7946 0958'], logins: ['x.jane'] },
  { names: ['Jane Doe', 'Doe Smith', 'Juergen Mueller', 'Иван Петров'], addresses: ['jane@d.test', 'o.b@e.d.test'] },
  { names: ['Maximiliana Featherstonehaugh', 'Ann Lee', 'Ann Lee Smith'], externalIds: ['ab-12-cd'] },
];
const people = plain.map(identifiersFrom);
const scanner = scannerFor(people);
const script = scannerFor(people, { way: 'script' });
const finders = people.map((who) => finderFor(who));
const pool = poolOf(people);

const names = [
  'Jane',
  'Marie',
  'Doe',
  'JANE',
  'doe',
  'Smith',
  'Ann',
  'Lee',
  'Günter',
  'Guenter',
  'Weiß',
  'WEISS',
  'M',
  'J',
];
const more = [
  'Bill',
  'Turner',
  'Müller',
  'Mueller',
  'Jürgen',
  'Иван',
  'Петров',
  '山田',
  '太郎',
  '山',
  'O',
  'Brien',
  'Seán',
  'ß',
  'ü',
];
const long = ['Maximiliana', 'Featherstonehaugh', 'Featherstonehauge', 'x'.repeat(70), '7'.repeat(70)];
const tokens = [
  'jane@d.test',
  'jane+x@D.test',
  'j.d@googlemail.com',
  'jdoe42',
  'x.jane',
  'E-10042',
  'e-10042',
  '123456',
  'ab-12-cd',
];
const digits = ['020', '7946', '0958', '+44', '0044', '(0)', '555', '12', '79460958', '9', '0'];
const signs = [' ', ' ', ' ', '-', '.', '_', '+', ',', ', ', "'", '’', '\n', '\n> ', '@', '/', 'x', '\u00a0', ':', '"'];
const hidden = ['\u0301', '\u00ad', '\u200b', '\ufe0f', '👍', '𝐉', '𠮷', '\ud800', 'ﬁ', '\u2029'];
const escapes = ['&amp;', '&#74;', '&nbsp;', '%20', '=4A', '=\n', '\\u004a', '\\n', '=?', '&', '%', '='];

const piecesOf = (pieces: readonly string[]) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((some) => some.join(''));
const simplePieces = [...names, ...more, ...long, ...tokens, ...digits, ...signs, ...signs];
const anyPieces = [...names, ...more, ...tokens, ...digits, ...signs, ...hidden, ...escapes];
const htmlPieces = [
  ...[...names, ...names, ...tokens, ...digits, ...signs, ...escapes],
  ...['<b>', '</b>', '<br>', '<p>', '</td><td>', '<a title="', '">', '<i class="x">', '<!--', '-->', '<style>'],
];
const simple = piecesOf(simplePieces);
const any = piecesOf(anyPieces);
/** `JaneT` is the finder's alone: a letter joined to a name is not looked for in bulk. */
const withoutLetters = (pieces: readonly string[]) =>
  piecesOf(pieces.filter((piece) => !['J', 'M', 'O', '&#74;', '=4A', '\\u004a'].includes(piece)));

/** What of a finder's reasons a scanner sees too: the identifier itself, in any of its forms. */
const byItself = [
  'as-filed',
  'other-order',
  'joined',
  'shortened',
  'nickname',
  'national-number',
  'extension',
  'plus-tag',
  'mailbox-alias',
];

it('runs the kernel here, so that what follows compares two ways', () => {
  expect([scanner.way, script.way]).toEqual(['kernel', 'script']);
});

describe('both ways of walking and a search of every place for everything agree', () => {
  it('on texts as they stand', () => {
    fc.assert(
      fc.property(simple, (text) => {
        const found = scanner.find(Personal.of(text), 'plain');
        const [glyphs] = readingsOf(text, 'plain', new Shelf()).ways;
        const both = readingsOf(text, 'plain', new Shelf()).ways.flatMap((way) => matchedAnywhere(way, pool));
        expect(glyphs).toBeDefined();
        expect(found).toEqual(leftmostLongest(both));
        expect(script.find(Personal.of(text), 'plain')).toEqual(found);
      }),
      { numRuns: 600 },
    );
  });

  it('on texts with escapes and signs nobody sees', () => {
    fc.assert(
      fc.property(any, fc.constantFrom('plain', 'html'), (text, form) => {
        const both = readingsOf(text, form, new Shelf()).ways.flatMap((way) => matchedAnywhere(way, pool));
        const found = scanner.find(Personal.of(text), form);
        expect(script.find(Personal.of(text), form)).toEqual(found);
        expect(new Set(found.map(({ person }) => person))).toEqual(
          new Set(leftmostLongest(both).map(({ person }) => person)),
        );
      }),
      { numRuns: 600 },
    );
  });

  it('on texts longer than a chunk, wherever it ends', () => {
    const fills = ['a ', 'ab', '山', '.', '1 ', '12-', 'jane ', 'é'];
    fc.assert(
      fc.property(fc.constantFrom(...fills), fc.integer({ min: 16_350, max: 16_390 }), simple, (fill, length, text) => {
        const padded = `${fill.repeat(Math.ceil(length / fill.length)).slice(0, length)} ${text}`;
        const found = scanner.find(Personal.of(padded), 'plain');
        expect(script.find(Personal.of(padded), 'plain')).toEqual(found);
        const shifted = scanner.find(Personal.of(` ${text}`), 'plain').map(({ start, end, ...rest }) => ({
          start: start + length,
          end: end + length,
          ...rest,
        }));
        if (fill === 'ab' || fill === '.') expect(found).toEqual(shifted);
      }),
      { numRuns: 150 },
    );
  });

  it('and meet the very same words, pairs and numbers', () => {
    const walkers = [kernelWalker(pool.table, copierFor), new ScriptWalker(pool.table, copierFor)];
    fc.assert(
      fc.property(fc.oneof(simple, any), (text) => {
        const [one, other] = walkers.map((walker) => {
          const met: string[] = [];
          const seen = walker!.walk(text, (what, at, key) => met.push(`${what} ${at} ${key}`));
          return { seen: seen & SLOW ? SLOW : seen, met: seen & SLOW ? [] : met.sort() };
        });
        expect(one).toEqual(other);
      }),
      { numRuns: 600 },
    );
  });
});

describe('what a finder finds for certain by the identifier itself, the scanner finds too', () => {
  it.each([
    ['plain', withoutLetters(anyPieces)],
    ['plain', withoutLetters(simplePieces)],
    ['html', withoutLetters(htmlPieces)],
  ] as const)('in %s text', (form, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const [person, finder] of finders.entries()) {
          const certain = finder
            .find(Personal.of(text), form)
            .filter(
              ({ sure, how, by, evidence }) =>
                sure === 'certain' &&
                evidence === undefined &&
                (byItself.includes(how) || (how === 'handle' && by === 'logins')),
            );
          if (certain.length > 0)
            expect([text, scanner.peopleIn(Personal.of(text), form)]).toEqual([text, expect.arrayContaining([person])]);
        }
      }),
      { numRuns: 600 },
    );
  });
});

describe('a scanner for many', () => {
  const seen = (text: string, form: 'plain' | 'html' = 'plain'): readonly string[] =>
    scanner
      .find(Personal.of(text), form)
      .map(({ person, start, end, by }) => `${person} ${by} ${text.slice(start, end)}`);

  it('credits a place to everybody whose it is', () => {
    expect(seen('call 020 7946 0958')).toEqual(['0 phones 020 7946 0958', '1 phones 020 7946 0958']);
    expect(seen('to jane+shop@d.test')).toEqual(['0 addresses jane+shop@d.test', '2 addresses jane+shop@d.test']);
  });

  it('takes the longer of two that begin alike, and tells who is within', () => {
    expect(seen('Ann Lee Smith')).toEqual(['3 names Ann Lee Smith']);
    expect(seen('Jane Doe Smith')).toEqual(['0 names Jane Doe', '2 names Jane Doe']);
    expect(scanner.peopleIn(Personal.of('by Ann Lee Smith and 山田太郎様'), 'plain')).toEqual([1, 3]);
  });

  it.each([
    ['Doe, Jane and DOE JANE', ['0 names Doe, Jane', '2 names Doe, Jane', '0 names DOE JANE', '2 names DOE JANE']],
    ['Jane M. Doe', ['0 names Jane M. Doe', '2 names Jane M. Doe']],
    ['Bill Turner, W. Turner', ['1 names Bill Turner', '1 names W. Turner']],
    ['MÜLLER, Jürgen; Jurgen Muller', ['2 names MÜLLER, Jürgen']],
    ['O’Brien, Seán', ['1 names O’Brien, Seán']],
    ['Петров, Иван', ['2 names Петров, Иван']],
    ['id E-10042, not e-10042', ['0 externalIds E-10042']],
    ['j.d@googlemail.com', ['0 addresses j.d@googlemail.com']],
    ['xjane@d.test jane@d.test.example jdoe421 1123456', []],
  ])('%s', (text, expected) => {
    expect(seen(text)).toEqual(expected);
  });

  it('reads HTML as a reader does', () => {
    expect(seen('<p>by <b>Ja</b>ne Doe</p>', 'html')).toEqual(['0 names Ja</b>ne Doe', '2 names Ja</b>ne Doe']);
    expect(seen('<p class="Jane Doe">Jane&nbsp;Doe', 'html')).toEqual([
      '0 names Jane&nbsp;Doe',
      '2 names Jane&nbsp;Doe',
    ]);
  });

  it('finds nothing where nobody is looked for', () => {
    expect(scannerFor([]).find(Personal.of('Jane Doe 020 7946 0958 jane@d.test'), 'plain')).toEqual([]);
  });

  it('keeps people apart, however many', () => {
    const many = Array.from({ length: 600 }, (_, number) =>
      identifiersFrom({
        names: [`Jane${String.fromCharCode(97 + (number % 26))} Doe${number}`],
        logins: [`user-${number}`],
      }),
    );
    const all = scannerFor(many);
    const text = 'Janea Doe26, Janeb Doe26, user-599 user-600';
    expect(all.find(Personal.of(text), 'plain').map(({ person, start }) => [person, start])).toEqual([
      [26, 0],
      [599, 26],
    ]);
  });
});
