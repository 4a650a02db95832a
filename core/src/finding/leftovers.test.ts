import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { identifiersFrom } from '../identifiers.ts';
import { Personal } from '../personal.ts';
import { finderFor } from './finder-for.ts';
import { leftoversFor } from './leftovers.ts';
import type { TextForm } from './text-form.ts';

const who = identifiersFrom({
  names: ['Tove Halvorsen', 'Иван Петров'],
  addresses: ['thalvorsen77@mail.test'],
  phones: ['+47 22 55 51 234'],
  logins: ['northstar9'],
});
const leftovers = leftoversFor(who, ['Anonymized', 'Removed Name']);

function left(text: string, form: TextForm = 'plain'): readonly string[] {
  return leftovers(Personal.of(text), form).map(({ start, end, doubt }) => `${text.slice(start, end)}: ${doubt ?? ''}`);
}

describe('the loosest look at a text that was cut', () => {
  it.each([
    ['a part of a name in small letters', 'ask tove about it', ['tove: name-alone']],
    [
      'a part of a name within a word',
      'the halvorsens came, see tovehalvorsen',
      ['halvorsen: part-of-longer', 'tove: part-of-longer', 'halvorsen: part-of-longer'],
    ],
    ['a case ending', 'письмо Петрова', ['Петров: part-of-longer']],
    ['one letter too many', 'Mr Hallvorsen', ['Hallvorsen: another-person']],
    ['one letter too few', 'Mr Halvorsn', ['Halvorsn: another-person']],
    ['another letter', 'Mr Halvorsan', ['Halvorsan: another-person']],
    ['two letters changed about', 'Mr Halvosren', ['Halvosren: another-person']],
    ['the last digits of a number', 'dial 5551 234 or 555-1234', ['5551 234: part-of-longer']],
    ['what stands before the @', 'mailbox thalvorsen77', ['thalvorsen77: part-of-longer']],
    ['a login within a word', 'xnorthstar9x', ['northstar9: part-of-longer']],
  ])('sees %s', (_, text, expected) => {
    const seen = left(text);
    for (const one of expected) expect(seen).toContain(one);
  });

  it.each<[TextForm, string]>([
    ['html', 'ask <b>to</b>ve'],
    ['html', 'ask T&ouml;ve'],
    ['adf', '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"ask tove"}]}]}'],
  ])('reads %s as readers do', (form, text) => {
    expect(left(text, form)).toHaveLength(1);
  });

  it.each([
    ['what the rules put there', 'Removed Name and Anonymized'],
    ['other words', 'the quick brown fox, 5 551 999, Halverson Street'],
    ['digits of two numbers', '2255 and then later 551 234'],
  ])('passes over %s', (_, text) => {
    expect(left(text)).toEqual([]);
  });

  it('never takes a name for left that the rules put there, although it is part of it', () => {
    const mize = leftoversFor(identifiersFrom({ names: ['Anon Mizedo'] }), ['Anonymized']);
    expect(mize(Personal.of('Anonymized wrote'), 'plain')).toEqual([]);
    expect(mize(Personal.of('Anonymous wrote'), 'plain')).toHaveLength(1);
  });

  it('sees nothing in a text of other words, and everything a cut takes out, whatever stands around it', () => {
    const finder = finderFor(who);
    const words = fc.constantFrom(
      'Tove Halvorsen',
      'Halvorsen, Tove',
      'thalvorsen77@mail.test',
      '+47 22 55 51 234',
      'Иван Петров',
    );
    const around = fc.constantFrom(' ', '\n', '. ', ' (', ', ', ' and ');
    fc.assert(
      fc.property(around, words, around, (before, name, after) => {
        const text = Personal.of(`it was${before}${name}${after}who came`);
        expect(leftovers(text, 'plain').length).toBeGreaterThan(0);
        expect(leftovers(finder.cut(text, 'plain', 'Anonymized').text, 'plain')).toEqual([]);
      }),
    );
  });
});
