import { describe, expect, it } from '@jest/globals';
import type { Content, Spot, StepId, Verb } from '../host.ts';
import type { Step } from '../plan.ts';
import { defaultRules } from '../rules/default-rules.ts';
import { Personal } from '../personal.ts';
import { mint } from '../testing/mint.ts';
import { access, decidingOf, file, hidden, html, list, personals, plain } from '../testing/spots.ts';
import { spotId } from '../testing/spots.ts';
import { readyStep, writingOf } from './ready.ts';

const rules = { ...defaultRules, replacement: { ...defaultRules.replacement, mention: 'somebody' } };
const deciding = decidingOf({ rules });

function stepTo(verb: Verb, to?: string): Step {
  const id: Spot['id'] = mint('spot', 'spot-1');
  const step = { id: String(id) as StepId, spot: id, kind: 'message.body', label: 'spot 1', verb } as const;
  return { ...step, role: 'author', seen: 'hidden', provable: true, ...(to === undefined ? {} : { to }) };
}

function textAfter(verb: Verb, content: Content, to?: string): unknown {
  const { after } = writingOf(stepTo(verb, to), content, deciding);
  if (after === undefined) return undefined;
  return after.form === 'list' ? after.items.map((item) => item.reveal()) : `${after.form}:${after.text.reveal()}`;
}

describe('what a step writes', () => {
  it.each<[string, Verb, Content, unknown]>([
    ['HD-16 clears a text whole', 'clear', plain('Hello Bo, Ada King here. Regards'), 'plain:'],
    ['HD-16 clears HTML whole', 'clear', html('<p>Hello</p>'), 'plain:'],
    ['clears what is not shown', 'clear', hidden, 'plain:'],
    ['HD-14 empties a list', 'clear', list('bo@lovelace.test', 'ada.king@lovelace.test'), []],
    ['HD-16 sets the fixed text and keeps nothing', 'set', plain('Hello Bo'), 'plain:[Anonymized]'],
    ['cuts the mention out of a text', 'cut', plain('Ask Ada King.'), 'plain:Ask somebody.'],
    ['cuts the mention out of HTML', 'cut', html('<p>Ask <b>Ada King</b></p>'), 'html:<p>Ask <b>somebody</b></p>'],
    [
      'cuts the mention out of an Atlassian document',
      'cut',
      { form: 'adf', text: Personal.of('{"content":[{"type":"text","text":"Ask Ada\\u0020King"}]}') },
      'adf:{"content":[{"type":"text","text":"Ask somebody"}]}',
    ],
    ['removes without a text', 'remove', file('x.txt'), undefined],
    ['closes without a text', 'close', access(true), undefined],
    ['cuts nothing out of a file', 'cut', file('Ada King.txt'), undefined],
    ['cuts nothing out of what is not shown', 'cut', hidden, undefined],
  ])('%s', (...[, verb, content, after]) => {
    expect(textAfter(verb, content, '[Anonymized]')).toEqual(after);
  });

  it('takes entries of a list out whole: their own, and those that name them', () => {
    const entries = list('bo@lovelace.test', 'Ada King <ada.king@lovelace.test>', 'friends of Ada King', 'x');

    expect(textAfter('cut', entries)).toEqual(['bo@lovelace.test', 'x']);
  });

  it('takes an entry out that is theirs though a text like it would not name them', () => {
    const finder = {
      ...deciding.finder,
      isTheirs: (entry: Personal) => entry.reveal() === 'Ada',
      mentions: () => false,
    };
    const { after } = writingOf(stepTo('cut'), list('Ada', 'Bo'), { ...deciding, finder });

    expect(after).toEqual({ form: 'list', items: personals('Bo') });
  });

  it('tells the host with a cut what was there and which stretches go', () => {
    const { before, cuts } = writingOf(stepTo('cut'), plain('Ask Ada King, or ada.king@lovelace.test.'), deciding);

    expect(before?.reveal()).toBe('Ask Ada King, or ada.king@lovelace.test.');
    expect(cuts).toEqual([
      { start: 4, end: 12 },
      { start: 17, end: 39 },
    ]);
  });

  it('tells nothing of the old text otherwise', () => {
    for (const verb of ['clear', 'set', 'remove', 'close'] as const) {
      const writing = writingOf(stepTo(verb, 'x'), plain('Ada King'), deciding);
      expect(Object.keys(writing).filter((key) => key !== 'after')).toEqual([]);
    }
  });

  it('goes to the host with the id, spot, kind and verb of its step and no more', () => {
    expect(readyStep(stepTo('set', 'x'), { after: { form: 'plain', text: Personal.of('x') } })).toEqual({
      id: 'spot-1',
      spot: spotId('spot-1'),
      kind: 'message.body',
      verb: 'set',
      after: { form: 'plain', text: Personal.of('x') },
    });
  });
});
