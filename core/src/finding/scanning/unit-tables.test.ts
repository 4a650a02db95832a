import { expect, it } from '@jest/globals';
import { foldsOf } from '../reading/fold.ts';
import { SOLO, WORD } from '../reading/kinds.ts';
import { ALONE, APART, digraphs, LETTER, RARE, unitTables, UNSEEN, WIDE } from './unit-tables.ts';

const { codes, kinds, classes } = unitTables();

it('takes every unit as the finder does', () => {
  const differing: string[] = [];
  for (let unit = 0; unit < 0x10000; unit += 1) {
    if (unit >= 0xd800 && unit <= 0xdfff) continue;
    const { usual, speltOut } = foldsOf(unit);
    const [packed = 0] = usual;
    const isWide = usual.length > 1 || usual !== speltOut;
    if (packed >> 8 > 0xffff) continue;
    const isSame = codes[unit] === packed >> 8 && kinds[unit] === ((packed & 63) | (isWide ? WIDE : 0));
    if (!isSame) differing.push(unit.toString(16));
  }
  expect(differing).toEqual([]);
});

it('knows by class what parts words, and what only the slow way can read', () => {
  const differing: string[] = [];
  for (let unit = 0; unit < 0x10000; unit += 1) {
    if (unit >= 0xd800 && unit <= 0xdfff) continue;
    const { usual } = foldsOf(unit);
    const [packed = 0] = usual;
    const plain = (packed & WORD) === 0 ? APART : (packed & SOLO) === 0 ? LETTER : ALONE;
    const text = String.fromCodePoint(...usual.map((one) => one >> 8));
    const isRare = (usual.length > 1 && !digraphs.has(text)) || packed >> 8 > 0xffff;
    const expected = usual.length === 0 ? UNSEEN : isRare ? RARE : plain;
    if (classes[unit] !== expected) differing.push(unit.toString(16));
  }
  expect(differing).toEqual([]);
});

it('takes emoji as signs, and letters beyond the first plane as rare', () => {
  expect(Array.from({ length: 2 }, (_, at) => classes['👍'.charCodeAt(at)])).toEqual([APART, APART]);
  expect(classes['𠮷'.charCodeAt(0)]).toBe(RARE);
  expect(classes['𝐉'.charCodeAt(0)]).toBe(RARE);
});
