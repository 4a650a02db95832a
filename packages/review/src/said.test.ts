import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { recognizer } from './said.ts';

describe('recognizer', () => {
  it('knows a sentence that has no places by all of its words', () => {
    const recognize = recognizer({ a: 'It is empty.', b: 'It is full.' });
    expect(recognize('It is full.')).toEqual({ name: 'b', values: {} });
    expect(recognize('It is full')).toBeUndefined();
    expect(recognize('So. It is full.')).toBeUndefined();
  });

  it('takes the template with more words where two fit', () => {
    const recognize = recognizer({
      file: 'file of {{place}}',
      field: 'field {{n}} of ticket {{t}}',
      of: '{{x}} of {{y}}',
    });
    expect(recognize('file of ticket 3')?.name).toBe('file');
    expect(recognize('field 4 of ticket 3')).toEqual({ name: 'field', values: { n: '4', t: '3' } });
    expect(recognize('vote of ticket 3')).toEqual({ name: 'of', values: { x: 'vote', y: 'ticket 3' } });
  });

  it('gives back what stood in the places, whatever it was', () => {
    const recognize = recognizer({ one: 'Run {{run}} (of {{all}}) is *still* [open].' });
    const word = fc.string({ minLength: 1 }).filter((text) => !/[\n\r\u2028\u2029]/u.test(text));
    fc.assert(
      fc.property(word, fc.nat(), (run, all) => {
        const found = recognize(`Run ${run} (of ${String(all)}) is *still* [open].`);
        expect(found?.name).toBe('one');
        expect(`${found?.values['run']} (of ${found?.values['all']}`).toBe(`${run} (of ${String(all)}`);
      }),
    );
  });
});
