import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { identifiersFrom } from '../../identifiers.ts';
import { Personal } from '../../personal.ts';
import { finderFor } from '../finder-for.ts';
import { found, marked, unmarked } from '../marked.suite.ts';

const jane = { addresses: ['jane@d.test'] };

describe('an address is found', () => {
  it.each([
    ['bare', 'Ask «jane@d.test» please'],
    ['alone', '«jane@d.test»'],
    ['HD-13 in upper case', 'Ask «JANE@D.TEST» please'],
    ['before a full stop', 'Ask «jane@d.test».'],
    ['before a full stop and another sentence', 'Ask «jane@d.test». Or not.'],
    ['with a tag', '«jane+tickets@d.test»'],
    ['with a tag that holds dots and hyphens', '«jane+a.b-c_d@d.test»'],
    ['in angle brackets', '‹Jane› <«jane@d.test»>'],
    ['in a mailto link', '[mailto:«jane@d.test»]'],
    ['in quotes', `'«jane@d.test»'`],
    ['after an equals sign', 'https://x.test/?u=«jane@d.test»&v=1'],
    ['as user of a link', 'https://«jane@d.test»/'],
    ['between underscores', '_«jane@d.test»_'],
    ['after dots', '...«jane@d.test»'],
    ['percent-encoded', 'https://x.test/?u=«jane%40d.test»&v=1'],
    ['percent-encoded with its brackets', '%3C«jane%40d.test»%3E'],
    ['percent-encoded with its tag', '«jane%2Bx%40d.test»'],
    ['HD-13 with a decimal entity', '«jane&#64;d.test»'],
    ['HD-13 with a hexadecimal entity', '«jane&#x40;d&#x2E;test»'],
    ['HD-13 with a named entity', '«jane&commat;d&period;test»'],
    ['HD-13 with all characters as entities', '«&#106;&#97;&#110;&#101;&#64;&#100;&#46;&#116;&#101;&#115;&#116;»'],
    ['with a JSON escape', '{"to":"«jane\\u0040d.test»"}'],
    ['HD-13 in quoted-printable', '«jane=40d.test»'],
    ['HD-13 in quoted-printable throughout', '«=6A=61=6E=65=40=64=2E=74=65=73=74»'],
    ['with the name of a host behind it', '«jane@d.test@OFFICE»'],
    ['before another address', '«jane@d.test»@office.test'],
    ['with an apostrophe that others leave out', '"«ja\'ne@d.test»"'],
    ['with quotes that gateways put between', '<«ja""ne@d.test»>'],
    ['before Japanese', '宛先«jane@d.test»まで'],
    ['in full-width form with an invisible sign', '«jane＠d\u200b.test»'],
  ])('%s', (_, row) => {
    expect(marked(unmarked(row), { who: jane })).toBe(row);
  });

  it('HD-13 over a soft line break, which stays', () => {
    expect(marked('Ask jane=40d.t=\r\nest or else', { who: jane })).toBe('Ask «jane=40d.t»=\r\n«est» or else');
  });

  it('when it stands after an equals sign and begins like an escape', () => {
    const ada = { addresses: ['ada@d.test'] };
    expect(marked('https://x.test/?u=ada@d.test and ada=40d.test', { who: ada })).toBe(
      'https://x.test/?u=«ada@d.test» and «ada=40d.test»',
    );
  });

  it('whichever of several it is, and says which', () => {
    const who = { addresses: ['jane@d.test', 'jd@e.test'] };
    expect(found('jd@e.test, jane@d.test', { who }).map(({ by, entry }) => [by, entry])).toEqual([
      ['addresses', 1],
      ['addresses', 0],
    ]);
  });

  it('when the host files it with a tag, in brackets or in upper case', () => {
    for (const address of ['jane+home@d.test', 'Jane Doe <jane@d.test>', 'mailto:jane@d.test', 'JANE@D.TEST']) {
      expect(marked('to jane@d.test', { who: { addresses: [address] } })).toBe('to «jane@d.test»');
    }
  });

  it('when it is filed as login or name', () => {
    expect(marked('to jane+x@d.test', { who: { logins: ['jane@d.test'] } })).toBe('to «jane+x@d.test»');
    expect(marked('to jane+x@d.test', { who: { names: ['jane@d.test'] } })).toBe('to «jane+x@d.test»');
  });

  it('when it has characters that few addresses have', () => {
    const who = { addresses: ["jane/o'doe=x@d.test"] };
    expect(marked("to jane/o'doe=x@d.test now", { who })).toBe("to «jane/o'doe=x@d.test» now");
  });
});

describe('an address is not found', () => {
  it.each([
    ['HD-13 within a longer one', 'xjane@d.test maryjane@d.test'],
    ['HD-13 within a longer one, encoded', 'xjane&#64;d.test maryjane=40d.test maryjane%40d.test'],
    ['HD-13 behind a soft line break within a longer one', 'mary=\njane@d.test'],
    ['after a dot, hyphen, underscore or apostrophe', "mary.jane@d.test mary-jane@d.test m_jane@d.test o'jane@d.test"],
    ['as the tag of another', 'mary+jane@d.test mary%2Bjane%40d.test'],
    ['with more after its domain', 'jane@d.test.example jane@d.testing jane@d.test-x.example'],
    ['with more after its domain, encoded', 'jane@d.test%2Eexample jane@d.test=2Eexample jane%40d.test%2Eexample'],
    ['at a domain below', 'jane@mail.d.test'],
    ['with an accent', 'jané@d.test jane@ḋ.test'],
    ['without its local part', '@d.test'],
    ['with dots, as only Gmail ignores them', 'ja.ne@d.test'],
  ])('%s', (_, text) => {
    expect(found(text, { who: jane }).filter(({ sure }) => sure === 'certain')).toEqual([]);
  });

  it('only by a role before its tag', () => {
    const who = { addresses: ['support+17@d.test'] };
    expect(marked('support@d.test support+18@d.test support+17@d.test', { who })).toBe(
      'support@d.test support+18@d.test «support+17@d.test»',
    );
  });
});

it('says which writing was met', () => {
  const who = { addresses: ["jane.o'doe@gmail.com", 'jo@d.test'] };
  const text = "jane.o'doe@gmail.com janeo'doe@googlemail.com janeodoe+x@gmail.com jo@d.test j'o@d.test";
  expect(found(text, { who }).map(({ how }) => how)).toEqual([
    'as-filed',
    'mailbox-alias',
    'plus-tag',
    'as-filed',
    'other-spelling',
  ]);
});

it('Gmail has two names and ignores dots', () => {
  const who = { addresses: ['jane.m.doe@gmail.com'] };
  expect(marked('janemdoe@googlemail.com j.anemdoe+x@gmail.com janedoe@gmail.com', { who })).toBe(
    '«janemdoe@googlemail.com» «j.anemdoe+x@gmail.com» janedoe@gmail.com',
  );
});

/**
 * By trying every part of a text: those that look like an address, are in no longer such part, and are the person's. What
 * is found is taken out, and the rest tried again.
 */
function tryEveryPart(text: string): readonly string[] {
  const looksLikeOne = /^[\da-z][\d'+._a-z-]*@[\da-z]([\d.a-z-]*[\da-z])?$/i;
  const parts: { start: number; end: number }[] = [];
  for (let start = 0; start < text.length; start += 1) {
    for (let end = start + 1; end <= text.length; end += 1) {
      if (looksLikeOne.test(text.slice(start, end))) parts.push({ start, end });
    }
  }
  const theirs = parts
    .filter((one) => !parts.some((other) => other !== one && other.start <= one.start && other.end >= one.end))
    .find(({ start, end }) => /^ja(\+[^@]*)?@d\.x$/i.test(text.slice(start, end).replace(/(?<=.)'/g, '')));
  if (theirs === undefined) return [];
  const { start, end } = theirs;
  const rest = text.slice(0, start) + '['.repeat(end - start) + text.slice(end);
  const host = /^@[\da-z]+(?!['+._-]*[\da-z]|['+._-]*@)/i.exec(text.slice(end))?.[0].length ?? 0;
  return [`${start}-${end + host}`, ...tryEveryPart(rest.slice(0, end) + '['.repeat(host) + rest.slice(end + host))];
}

it('finds in any text exactly what trying every part of it finds', () => {
  const finder = finderFor(identifiersFrom({ addresses: ['ja@d.x'] }));
  const letters = fc.constantFrom('j', 'a', 'J', 'd', 'x', '.', '@', '@', '+', '-', '_', "'", ';', '<', '>');
  const piece = fc.oneof(letters, fc.constantFrom('ja@d.x', 'JA@d.X', 'ja+', '@d.x', 'ja'));
  const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (some) => {
      const spans = finder.find(Personal.of(some), 'plain').map(({ start, end }) => `${start}-${end}`);
      expect(spans.sort()).toEqual([...tryEveryPart(some)].sort());
    }),
    { numRuns: 1500 },
  );
});
