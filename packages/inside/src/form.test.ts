import { describe, expect, it } from '@jest/globals';
import { Personal } from '@lethe/core';
import type { ReadyStep, SpotId, StepId } from '@lethe/core';
import { seenDigest, textOf } from './form.ts';

const step: ReadyStep = { id: 's' as StepId, spot: 'issues:1/subject' as SpotId, kind: 'dossier.title', verb: 'set' };

describe('what was seen', () => {
  it('is handed on as SHA-256 of its UTF-8', () => {
    const digest = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(seenDigest({ ...step, before: Personal.of('abc') })).toBe(digest);
    expect(seenDigest(step)).toBeUndefined();
  });
});

describe('what is written', () => {
  it('is the text of the step, or nothing', () => {
    expect(textOf({ ...step, after: { form: 'plain', text: Personal.of('abc') } })).toBe('abc');
    expect(textOf({ ...step, after: { form: 'list', items: [] } })).toBe('');
    expect(textOf(step)).toBe('');
  });
});
