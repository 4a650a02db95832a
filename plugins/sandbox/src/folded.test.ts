import { describe, expect, it } from '@jest/globals';
import { folded } from './folded.ts';

describe('A folded text', () => {
  it.each([
    ['capitals', 'MIRA@BRIGHTWATER.TEST', 'mira@brightwater.test'],
    ['decimal entities', 'mira&#64;brightwater&#46;test', 'mira@brightwater.test'],
    ['hexadecimal entities', 'mira&#x40;brightwater&#X2e;test', 'mira@brightwater.test'],
    ['named entities', 'mira&commat;brightwater&period;test', 'mira@brightwater.test'],
    ['address encoding', 'who=mira%40brightwater.test', 'who=mira@brightwater.test'],
    ['quoted-printable', 'mira=40brightwater=2Etest', 'mira@brightwater.test'],
    ['a soft line break', 'mira@bright=\r\nwater.test', 'mira@brightwater.test'],
    ['letters in quoted-printable', '=C3=85ngstr=C3=B6m', 'angstrom'],
    ['letters as entities', '&Aring;ngstr&ouml;m', 'angstrom'],
    ['composed marks', 'Ångström', 'angstrom'],
    ['decomposed marks', 'Ångström'.normalize('NFD'), 'angstrom'],
    ['umlauts as two letters', 'Aumueller', 'aumuller'],
    ['letters without a decomposition', 'Wójcik Łódź Søren Weiß', 'wojcik lodz soren weiss'],
    ['invisible characters', 'Ang\u00ADstr\u200Bom', 'angstrom'],
  ])('sees through %s', (_, written, seen) => {
    expect(folded(written)).toContain(folded(seen));
  });

  it('still shows what stood there before decoding', () => {
    expect(folded('a=20b')).toContain('a=20b');
  });

  it('leaves what looks like an entity and is none', () => {
    expect(folded('Brennfeld & Sons; &unknown; &#99999999;')).toContain('brennfeld & sons; &unknown; &#99999999;');
  });
});
