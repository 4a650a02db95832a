import { describe, expect, it } from '@jest/globals';
import type { PlainIdentifiers } from '../../identifiers.ts';
import { found, marked, unmarked } from '../marked.suite.ts';

const tove = { names: ['Tove Halvorsen'] };

function rowsHold(who: PlainIdentifiers, rows: readonly (readonly [string, string])[]): void {
  it.each(rows)('%s', (_, row) => {
    expect(marked(unmarked(row), { who })).toBe(row);
  });
}

describe('a part of a name goes where the text says that she is meant', () => {
  rowsHold(tove, [
    ['greeted', 'Hi «Tove», hello «tove»! Thanks, «Tove»'],
    [
      'greeted in other languages',
      'Liebe «Tove», Bonjour «Tove», Estimada «Tove», Hej «Tove», Cześć «Tove», Merhaba «Tove»',
    ],
    ['thanked at the end of a line', 'all is well, thank you «Tove»\nBye'],
    ['signing', 'Best regards,\n«Tove»'],
    ['signing in small letters', 'cheers\n«tove»'],
    [
      'signing in other languages',
      'Viele Grüße\n«Tove»\n\nCordialement,\n«Tove»\n\nSaludos\n«Tove»\n\nMed hälsningar\n«Tove»',
    ],
    ['called at the beginning of a line', '«Tove» -\nplease call\n> «Tove»,\n> please'],
    ['after a comma at the end of a line', 'see you on Monday,\n«Tove»'],
    ['with a title', 'Dear Ms «Halvorsen», Mrs. «Halvorsen», Frau «Halvorsen», Mme «Halvorsen», Sra. «Halvorsen»'],
    ['mentioned', 'ask @«Tove» about it; @«halvorsen»'],
    ['after a label', 'Seller: «Tove»\nName: «Halvorsen» | Kunde: «Tove»'],
    ['before what she says', '«Tove»: no.\n«Tove» : yes.'],
    ['in a header', 'From: «Tove»\nTo: "«Halvorsen»" <x@other.test>; Anna'],
    ['in a header of another language', '> Von: «Tove»\n> Kopie: «Halvorsen»; Anna'],
    ['over an attribution', 'On Mon, 3 Mar 2026, «Tove» wrote:\n> yes'],
    ['over a wrapped attribution', 'Am Mo., 3. März 2026 um 10:00 Uhr\nschrieb «Tove»:\n> ja'],
    ['by both parts of her name', "«Tove»'s order is late. We asked «Halvorsen»’s office."],
    ['by a name elsewhere in the text', '«Tove Halvorsen» called. I told «Tove» that «Halvorsen» is late.'],
    ['with a possessive', '«Tove Halvorsen» moved. «Tove»’s office, «Halvorsen»-related'],
  ]);

  it('by another identifier anywhere in the text', () => {
    const who = { ...tove, addresses: ['tove@mail.test'] };
    expect(marked('I told Tove. (tove@mail.test)', { who })).toBe('I told «Tove». («tove@mail.test»)');
  });

  it('and the finding says why', () => {
    const why = found('Hi Tove', { who: tove }).map(({ how, evidence, sure }) => ({ how, evidence, sure }));
    expect(why).toEqual([{ how: 'part-of-name', evidence: 'greeting', sure: 'certain' }]);
  });
});

describe('a part of a name is shown and left', () => {
  rowsHold(tove, [
    ['without evidence', 'I told ‹Tove› that it is late.'],
    ['after another given name', 'Robert ‹Halvorsen›, R. ‹Halvorsen›, Anna ‹Tove›'],
    ['before another given name', 'To: ‹Halvorsen›, Robert; «Tove Halvorsen»'],
    ['in the name of a street or a firm', '«Tove Halvorsen» lives in ‹Halvorsen› Street, next to ‹Halvorsen› Ltd'],
    ['after a family name and a comma', '«Tove Halvorsen» met Lindqvist, ‹Tove› and others'],
  ]);
});

describe('a part of a name is not found', () => {
  rowsHold(tove, [
    ['in another person’s name', '«Tove Halvorsen» met Tove Lindqvist, Tove B. Berg and Tove van der Berg.'],
    ['in another person’s name, greeted', 'Dear Tove Lindqvist,'],
    ['in small letters', '«Tove Halvorsen» said a tove is no halvorsen'],
    ['in words, addresses and paths', '«Tove Halvorsen» Toves Atove tove.berg@x.test /tove/ x=Tove Anna-Tove'],
  ]);
});

describe('names that are also words', () => {
  const will = { names: ['Will Page'] };
  const may = { names: ['May Lindqvist'] };

  it.each([
    [will, 'This page will load. «Will Page» said it will; see page 3. We told «Will».'],
    [will, '«Will Page» is in. ‹Will› you come? See ‹Page› 3.'],
    [will, 'it ‹will page› you'],
    [will, 'Hi «Will»,\nthe page is up.'],
    [may, '«May Lindqvist» came in ‹May› and on ‹May› 5. Thanks «May»!'],
  ])('go only with evidence: %#', (who, row) => {
    expect(marked(unmarked(row), { who })).toBe(row);
  });
});

describe('other people who are known', () => {
  it('keep their whole names', () => {
    const asked = { who: { names: ['Ann Lee'] }, others: [{ names: ['Ann Lee Smith'] }] };
    expect(marked('Ann Lee Smith met Ann Lee.', asked)).toBe('Ann Lee Smith met «Ann Lee».');
  });

  it('make a part of a name that they share say nothing', () => {
    const asked = { who: tove, others: [{ names: ['Tove Lindqvist'] }] };
    expect(marked('Tove Halvorsen called. Hi Tove! Dear Ms Halvorsen', asked)).toBe(
      '«Tove Halvorsen» called. Hi ‹Tove›! Dear Ms «Halvorsen»',
    );
  });
});

it('a family name in a script without spaces goes with a form of address alone', () => {
  expect(marked('山田様、山田町、山田さん', { who: { names: ['山田 太郎'] } })).toBe('«山田»様、山田町、«山田»さん');
});
