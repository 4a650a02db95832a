import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TextForm } from '../finding/text-form.ts';
import { identifiersFrom } from '../identifiers.ts';
import { Personal } from '../personal.ts';
import { people, texts } from './random-texts.suite.ts';
import { scannerFor } from './scanner-for.ts';

const RUNS = Number(process.env['SCAN_RUNS'] ?? 2000);
const all = ['plain', 'html', 'adf', 'json', 'file-name', 'markdown'] as const;
const forms = fc.constantFrom<TextForm>(...all);
const bytesOf = (body: string): Uint8Array => new TextEncoder().encode(body);

/** The same JSON with some characters as escapes, as hosts write it. */
const escaped = (json: string, which: RegExp): string =>
  json.replace(which, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
const ways = fc.constantFrom(/[]/g, /[\u0080-\uffff]/g, /[<>&']/g, /[A-Za-z]/g);
/** A document is sent as one, not as a text. */
const sent = (text: string, form: TextForm): unknown => {
  if (form !== 'adf') return text;
  return {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: text || ' ' }, { type: 'hardBreak' }] }],
  };
};
const held = (text: string, form: TextForm): string => (form === 'adf' ? JSON.stringify(sent(text, form)) : text);

describe.each(['beside-more', 'always'] as const)('a body that holds nobody, with parts of names %s', (parts) => {
  const scanner = scannerFor(people, { parts });

  it('holds no string in which anybody is found', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 3 }), forms, ways, (some, form, way) => {
        const comments = some.map((text, id) => ({ id, htmlBody: sent(text, form) }));
        const body = escaped(JSON.stringify({ comments, count: some.length }), way);
        if (scanner.mayHold(bytesOf(body), all)) return;
        for (const text of some) expect(scanner.scan(Personal.of(held(text.toWellFormed(), form)), form)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('nor a document whose words are cut by marks', () => {
    fc.assert(
      fc.property(texts, fc.nat(20), fc.boolean(), (text, cut, isBroken) => {
        const nodes = [text.slice(0, cut), text.slice(cut)]
          .filter((one) => one !== '')
          .map((one) => ({ type: 'text', text: one }));
        const content = isBroken ? nodes.flatMap((node) => [node, { type: 'hardBreak' }]) : nodes;
        const doc = { type: 'doc', content: [{ type: 'paragraph', content }] };
        if (scanner.mayHold(bytesOf(JSON.stringify({ body: doc })))) return;
        expect(scanner.scan(Personal.of(JSON.stringify(doc).toWellFormed()), 'adf')).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('ordinary bodies about others are not parsed', () => {
  const scanner = scannerFor([
    { id: 1, identifiers: identifiersFrom({ names: ['Jane Doe'], addresses: ['jane@d.test'] }) },
  ]);
  it.each([
    [
      'text',
      { createdAt: '2026-11-28T10:00:00Z', body: 'Dear Mary,\nthe order is late.\n– Robert Smith <rob@x.test>' },
    ],
    [
      'HTML',
      { html_body: '<p class="x">The <b>order</b>&nbsp;is late.</p><p><a href="https://x.test/a">here</a></p>' },
    ],
    ['a document', { body: { type: 'doc', content: [{ type: 'text', text: 'The order ' }, { type: 'hardBreak' }] } }],
  ])('%s', (_, body) => {
    expect(scanner.mayHold(bytesOf(JSON.stringify({ comments: [body] })))).toBe(false);
    expect(scanner.mayHold(bytesOf(JSON.stringify({ comments: [body, { x: 'Jane Doe' }] })))).toBe(true);
  });
});

describe('a body that hides somebody is parsed', () => {
  const who = { names: ['Jane Doe'], addresses: ['jane@d.test'], phones: ['+44 20 7946 0958'] };
  const scanner = scannerFor([{ id: 1, identifiers: identifiersFrom(who) }]);
  const marked = [
    { type: 'text', text: 'ja' },
    { type: 'text', text: 'ne doe', marks: [{ type: 'strong' }] },
  ];
  it.each([
    ['a tag in a word', { a: 'J<b>a</b>ne Doe' }],
    ['a tag between words', { a: '<p>Jane <b>Doe</b></p>' }],
    ['a tag with a sign of tags in it', { a: 'Jane <a title="> x">Doe</a>' }],
    ['a tag left open', { a: 'Jane <a title="<">Doe</a>' }],
    ['an entity', { a: 'J&#97;ne Doe' }],
    ['a space as an entity', { a: 'Jane&nbsp;Doe' }],
    ['an attribute', { a: '<a href="mailto:jane@d.test">x</a>' }],
    ['a line', { a: 'Jane\nDoe' }],
    ['marks', { a: { type: 'doc', content: [{ type: 'paragraph', content: marked }] } }],
    ['a soft hyphen', { a: 'Ja\u00adne Doe' }],
    ['bytes', { a: 'J%61ne Doe' }],
    ['a mail header', { a: '=?utf-8?Q?J=61ne_Doe?=' }],
    ['base64', { a: 'SmFuZSBEb2UsIEphbmUgRG9lLCBKYW5lIERvZQ' }],
    ['a name in one', { a: 'see JaneDoe' }],
    ['a number', { a: 'call 020 79460958' }],
  ])('%s', (_, body) => {
    expect(scanner.mayHold(bytesOf(JSON.stringify(body)))).toBe(true);
    expect(scanner.mayHold(bytesOf(escaped(JSON.stringify(body), /[A-Za-z]/g)))).toBe(true);
  });
});
