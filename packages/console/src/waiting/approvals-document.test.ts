import { describe, expect, it } from '@jest/globals';
import { documentOf, formOf, typedNumber } from './approvals-document.ts';

describe('the settings of approvals in a form', () => {
  it.each([
    { second: 'never', secondWithinHours: 72, waitMinutes: 0, begin: 'as-asked' },
    { second: 'always', secondWithinHours: 1, waitMinutes: 30, begin: 'tonight' },
    {
      second: { aboveSteps: 0, aboveRuns: 5, kinds: ['agent', 'employee'] },
      ...{ secondWithinHours: 24, waitMinutes: 10, begin: 'as-asked' },
    },
    { second: { kinds: ['agent'] }, secondWithinHours: 24, waitMinutes: 10, begin: 'tonight' },
  ])('come out as they went in: %j', (document) => {
    expect(documentOf(formOf(document), document)).toEqual(document);
  });

  it('keep what a later version of the server may add', () => {
    const document = { second: 'never', secondWithinHours: 72, waitMinutes: 0, begin: 'as-asked', further: [1] };
    expect(documentOf({ ...formOf(document), second: 'always' }, document)).toEqual({ ...document, second: 'always' });
  });

  it('have no number where nothing was typed', () => {
    expect([typedNumber(''), typedNumber('-'), typedNumber(0), typedNumber(7)]).toEqual(['', '', 0, 7]);
  });
});
