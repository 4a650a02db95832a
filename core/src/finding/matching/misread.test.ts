import { describe, expect, it } from '@jest/globals';
import { misread } from './misread.ts';

describe('a text whose accents were misread', () => {
  it.each([
    ['José Núñez', 'JosÃ© NÃºÃ±ez'],
    ['Šárka', 'Å\u00a0Ã¡rka'],
    ['O’Malley', 'Oâ€™Malley'],
  ])('%s looks like %s', (text, seen) => {
    expect(misread(text)).toEqual([seen]);
  });

  it('is the same without accents, and never fails', () => {
    expect(misread('Jane 100% "Doe"')).toEqual([]);
    expect(misread('A\ud800')).toHaveLength(1);
    expect(misread('山田太郎')).toEqual([]);
  });
});
