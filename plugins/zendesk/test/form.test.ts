import { describe, expect, it } from '@jest/globals';
import { finderFor, identifiersFrom, Personal } from '@lethe/core';
import type { ReadyStep, SpotId, StepId } from '@lethe/core';
import fc from 'fast-check';
import { redacted, unmarked } from './fake/redacting.ts';
import { bodyOf, chatTextOf, isPlaceholder, isRedactedFile, markedBody, markedText } from '../src/form.ts';
import { isRedactedAway, markedCuts, markedWhole } from '../src/redaction-marks.ts';

const whole: readonly (readonly [string, string | undefined])[] = [
  ['<div class="zd-comment" dir="auto">Hello</div>', '<div class="zd-comment" dir="auto"><redact>Hello</redact></div>'],
  ['<p>Jane <b>Doe</b></p>', '<p><redact>Jane </redact><b><redact>Doe</redact></b></p>'],
  ['<p>a &amp; b</p>', '<p><redact>a &amp; b</redact></p>'],
  ['<p>1 < 2</p>', '<p><redact>1 < 2</redact></p>'],
  ['<a href="mailto:jane@x.test">write</a>', '<a redact href="mailto:jane@x.test"><redact>write</redact></a>'],
  ['<p>Hi</p><img src="/a.png" alt="Jane"/>', '<p><redact>Hi</redact></p><img redact src="/a.png" alt="Jane"/>'],
  ['<span title="Jane">▇▇▇</span>', '<span redact title="Jane">▇▇▇</span>'],
  ['<p>▇▇▇▇ said ▇▇</p>', '<p><redact>▇▇▇▇ said ▇▇</redact></p>'],
  ['<p>▇▇▇▇ ▇▇</p>', undefined],
  ['<div><br>&nbsp;\n</div>', undefined],
  ['', undefined],
];

describe('a body that goes as a whole', () => {
  it.each(whole)('%s', (html, marked) => {
    expect(markedWhole(html)).toBe(marked);
  });
});

const cuts: readonly (readonly [string, string, string])[] = [
  ['in a text', '<p>Ask [Jane Doe] now</p>', '<p>Ask <redact>Jane Doe</redact> now</p>'],
  ['over a tag', '<p>Ask [Ja<b>ne] Doe</b></p>', '<p>Ask <redact>Ja</redact><b><redact>ne</redact> Doe</b></p>'],
  [
    'over a whole element',
    '<p>[a<i>b</i>c]</p>',
    '<p><redact>a</redact><i><redact>b</redact></i><redact>c</redact></p>',
  ],
  ['in the middle of an entity', '<p>jane&#6[4;x].test</p>', '<p>jane<redact>&#64;x</redact>.test</p>'],
  [
    'in the address of a link',
    '<a href="mailto:[jane@x.test]">Write</a>',
    '<a redact href="mailto:jane@x.test">Write</a>',
  ],
  ['twice', '<p>[Jane] and [Jane]</p>', '<p><redact>Jane</redact> and <redact>Jane</redact></p>'],
  ['side by side', '<p>[Jane][Doe]</p>', '<p><redact>JaneDoe</redact></p>'],
  ['in an attribute without quotes', '<img src=[jane].png>', '<img redact src=jane.png>'],
];

/** A body with brackets around what is cut, taken apart. */
function taken(bracketed: string): {
  readonly html: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
} {
  const ranges: { start: number; end: number }[] = [];
  let html = '';
  for (const part of bracketed.split(/([[\]])/)) {
    if (part === '[') ranges.push({ start: html.length, end: html.length });
    else if (part === ']') ranges[ranges.length - 1] = { start: ranges.at(-1)?.start ?? 0, end: html.length };
    else html += part;
  }
  return { html, ranges };
}

describe('a stretch is marked', () => {
  it.each(cuts)('%s', (_where, bracketed, marked) => {
    const { html, ranges } = taken(bracketed);
    expect(markedCuts(html, ranges)).toBe(marked);
  });
});

const text = fc
  .stringMatching(/^[a-zé <>&;#0-9▇]{0,12}$/)
  .map((raw) => raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
const body: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    text,
    fc
      .tuple(fc.constantFrom('p', 'b', 'div', 'a', 'span'), fc.array(tie('node'), { maxLength: 3 }))
      .map(
        ([tag, inside]) =>
          `<${tag}${tag === 'a' ? ' href="https://x.test/?q=1&amp;r=2"' : ''}>${inside.join('')}</${tag}>`,
      ),
    fc.constantFrom('<br>', '<img src="https://x.test/a.png">', '&nbsp;', '&#64;', '&eacute;'),
  ),
})).node;

describe('for any body', () => {
  it('marks of the whole are taken as they are, leave the body else untouched, and leave nothing to read', () => {
    fc.assert(
      fc.property(body, (html) => {
        const marked = markedWhole(html);
        if (marked === undefined) {
          expect(isRedactedAway(html)).toBe(true);
          return;
        }
        expect(unmarked(marked)).toBe(html);
        const after = redacted(marked);
        expect(after).toBeDefined();
        expect(isRedactedAway(after ?? '')).toBe(true);
        expect(markedWhole(after ?? '')).toBeUndefined();
      }),
    );
  });

  it('marks of stretches pair up within tags and leave the body else untouched', () => {
    fc.assert(
      fc.property(
        body,
        fc.array(fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 9 })), { maxLength: 4 }),
        (html, some) => {
          const ranges = some.map(([start, length]) => ({
            start: Math.min(start, html.length),
            end: Math.min(start + length, html.length),
          }));
          const marked = markedCuts(
            html,
            ranges.filter(({ start, end }) => end > start),
          );
          expect(unmarked(marked)).toBe(html);
          expect(redacted(marked)).toBeDefined();
        },
      ),
    );
  });

  it('what the finder cuts is not found any more once Zendesk has put blocks in its place', () => {
    const finder = finderFor(identifiersFrom({ names: ['Jane Doe'], addresses: ['jane.doe@x.test'] }));
    const mention = fc.constantFrom(
      'Jane Doe',
      'Ja<b>ne</b> Doe',
      'jane.doe&#64;x.test',
      '<a href="mailto:jane.doe@x.test">her</a>',
    );
    fc.assert(
      fc.property(body, mention, body, (before, named, after) => {
        const html = Personal.of(`<div>${before} ${named} ${after}</div>`);
        const { findings } = finder.cut(html, 'html', 'Anonymized');
        const step = stepOn('cut', html, findings);
        const left = redacted(markedBody(step, html) ?? '') ?? 'The marks do not pair up: Jane Doe';
        expect(finder.mentions({ form: 'html', text: Personal.of(left) })).toBe(false);
      }),
    );
  });
});

function stepOn(
  verb: 'cut' | 'clear',
  before: Personal,
  some: readonly { readonly start: number; readonly end: number }[] = [],
): ReadyStep {
  const step = { id: 'step' as StepId, spot: 't1/c1/body' as SpotId, kind: 'message.body', verb } as const;
  return verb === 'cut' ? { ...step, before, cuts: some } : step;
}

describe('what a redaction left', () => {
  it('reads as nothing: a body and a chat line of blocks, a file called redacted.txt, an address in place of one not given up', () => {
    expect(bodyOf(Personal.of('<div>▇▇▇<br>▇</div>')).isBlank).toBe(true);
    expect(bodyOf(Personal.of('<div>▇▇▇ me</div>')).isBlank).toBe(false);
    expect(bodyOf(Personal.of('<div>▇▇▇<img src="/a.png"></div>')).isBlank).toBe(false);
    expect(chatTextOf(Personal.of('▇▇▇ ▇')).isBlank).toBe(true);
    expect(chatTextOf(Personal.of('▇ <b>')).isBlank).toBe(false);
    expect(isRedactedFile(Personal.of('redacted.txt'))).toBe(true);
    expect(isRedactedFile(Personal.of('redacted.txt.pdf'))).toBe(false);
    expect(isPlaceholder(Personal.of('anonymized-7@anonymized.invalid'))).toBe(true);
    expect(isPlaceholder(Personal.of('anonymized-7@anonymized.invalid.test'))).toBe(false);
  });

  it('a chat line goes back whole, with marks around what goes', () => {
    const line = Personal.of('I am Jane & co');
    expect(markedText(stepOn('clear', line), line)).toBe('<redact>I am Jane & co</redact>');
    expect(markedText(stepOn('cut', line, [{ start: 5, end: 9 }]), line)).toBe('I am <redact>Jane</redact> & co');
    expect(markedText(stepOn('clear', line), Personal.of('▇▇'))).toBeUndefined();
  });
});
