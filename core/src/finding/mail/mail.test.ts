import { describe, expect, it } from '@jest/globals';
import { found, marked, unmarked } from '../marked.suite.ts';

const who = { names: ['Tove Halvorsen'], addresses: ['tove.h@mail.test'], phones: ['+46 8 123 456 78'] };

describe('an attribution line names her', () => {
  it.each([
    ['On 3 March 2026, «Tove» wrote:'],
    ['Am 3. März 2026 schrieb «Tove»:'],
    ['Le 3 mars 2026, «Tove» a écrit :'],
    ['El 3 de marzo, «Tove» escribió:'],
    ['Il 3 marzo «Tove» ha scritto:'],
    ['Em 3 de março, «Tove» escreveu:'],
    ['Op 3 maart schreef «Tove» het volgende:'],
    ['Den 3 mars skrev «Tove»:'],
    ['«Tove» kirjoitti 3.3.2026:'],
    ['W dniu 3 marca «Tove» napisał(a):'],
    ['Dne 3. března «Tove» napsal(a):'],
    ['3 Mart günü «Tove» şunları yazdı:'],
    ['3 марта «Tove» написал(а):'],
    ['Στις 3 Μαρτίου ο «Tove» έγραψε:'],
    ['2026. március 3. «Tove» írta:'],
    ['Pe 3 martie «Tove» a scris:'],
  ])('%s', (row) => {
    expect(marked(`${unmarked(row)}\n> text`, { who })).toBe(`${row}\n> text`);
  });
});

describe('a header block names her', () => {
  it.each([
    'From',
    'Von',
    'De',
    'Da',
    'Van',
    'Från',
    'Fra',
    'Lähettäjä',
    'Od',
    'Komu',
    'Kimden',
    'От',
    'Από',
    'Feladó',
  ])('after %s', (label) => {
    expect(marked(`> *${label}:* Tove\n> text`, { who })).toBe(`> *${label}:* «Tove»\n> text`);
    expect(marked(`${label}: Anna; Tove\ntext`, { who })).toBe(`${label}: Anna; «Tove»\ntext`);
  });

  it('not after another word with a colon', () => {
    expect(marked('Weather: rain, Tove\ntext', { who })).toBe('Weather: rain, ‹Tove›\ntext');
  });
});

describe('a directory name is found', () => {
  it.each([
    ['in an X.500 address', 'IMCEAEX-/O=ACME/OU=NA/CN=RECIPIENTS/CN=«THALVORSEN»'],
    ['family name first', '/CN=«HALVORSENT»'],
    ['by what stands before the @', 'cn=«tove.h»,ou=users'],
    ['without a space', 'CN=«TOVEHALVORSEN»'],
  ])('%s', (_, row) => {
    expect(marked(unmarked(row), { who })).toBe(row);
  });

  it.each(['/CN=THALVORSEN2', '/OU=THALVORSEN', 'XCN=THALVORSEN', '/CN=BHALVORSEN'])('but not %s', (text) => {
    expect(marked(text, { who })).toBe(text);
  });
});

describe('a number in her own signature is shown and left', () => {
  it.each([
    ['below her name', 'Regards,\n«Tove Halvorsen»\nHead of Ops\nT «+46 8 123 456 78»\nM ‹+46 70 555 01 23›'],
    ['below her given name', 'Cheers\n«Tove»\n‹070-555 01 23›'],
    ['in a quoted mail', '> Regards,\n> «Tove Halvorsen»\n> M ‹070 555 0123›\nThanks'],
  ])('%s', (_, row) => {
    expect(marked(unmarked(row), { who })).toBe(row);
  });

  it.each([
    ['in a mail to her', 'Hi «Tove»,\ncall 070 555 0123'],
    ['below the next mail’s header', 'Regards,\n«Tove Halvorsen»\nFrom: Anna\nTel 070 555 0123'],
    ['in another depth of quotes', '> «Tove Halvorsen»\nTel 070 555 0123'],
    [
      'in a sentence',
      '«Tove Halvorsen»\n070 555 0123 is not a number that anybody should ever call, as we found out last year in Oslo',
    ],
    ['if it is a date', '«Tove Halvorsen»\n2026-03-03 10'],
    ['far below', `«Tove Halvorsen»${'\n-'.repeat(9)}\n070 555 0123`],
    ['below somebody else', 'Anna\n070 555 0123'],
  ])('not %s', (_, row) => {
    expect(marked(unmarked(row), { who })).toBe(row);
  });

  it('and the finding says why', () => {
    const findings = found('Cheers\nTove\n070-555 01 23', { who }).filter(({ how }) => how === 'unfiled');
    expect(findings).toEqual([
      {
        start: 12,
        end: 25,
        by: 'names',
        entry: 0,
        sure: 'ambiguous',
        how: 'unfiled',
        evidence: 'signature',
        doubt: 'unfiled',
      },
    ]);
  });
});
