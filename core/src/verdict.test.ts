import { describe, expect, it } from '@jest/globals';
import type { Content, Receipt, SpotKind, StepId, Verb } from './host.ts';
import type { Outcome } from './outcome.ts';
import { access, decidingOf, file, hidden, html, list, plain } from './testing/spots.ts';
import { isCleanAs, verdictOn } from './verdict.ts';

const judging = decidingOf();
const dirty = plain('Ada King called.');

function receipt(claim: Receipt['claim'] | 'none'): Receipt | undefined {
  return claim === 'none' ? undefined : { step: 'step-1' as StepId, claim };
}

function verdict(content: Content | 'gone', claim: Receipt['claim'] | 'none', provable = true): Outcome {
  const step = { kind: 'message.body', verb: 'clear', provable } as const;
  return verdictOn(step, { reading: { content }, receipt: receipt(claim) }, judging);
}

describe('verdictOn', () => {
  it.each<[string, Content | 'gone', readonly Outcome[]]>([
    //                                 none            done          absent           queued        stale            refused
    ['is gone', 'gone', ['already-clean', 'clean', 'already-clean', 'clean', 'already-clean', 'already-clean']],
    ['is empty', plain(''), ['already-clean', 'clean', 'already-clean', 'clean', 'clean', 'clean']],
    ['is not shown', hidden, ['still-there', 'unprovable', 'unprovable', 'unprovable', 'stale', 'refused']],
    ['holds the text', dirty, ['still-there', 'still-there', 'still-there', 'waiting', 'stale', 'refused']],
  ])('judges by the reading, whatever was claimed: what %s', (_what, content, outcomes) => {
    const claims = ['none', 'done', 'absent', 'queued', 'stale', 'refused'] as const;

    expect(claims.map((claim) => verdict(content, claim))).toEqual(outcomes);
  });

  it.each<[Receipt['claim'] | 'none', Outcome]>([
    ['none', 'still-there'],
    ['done', 'unprovable'],
    ['absent', 'unprovable'],
    ['queued', 'waiting'],
    ['stale', 'stale'],
    ['refused', 'refused'],
  ])('does not call it a lie where a reading cannot show the result: claim %s is %s', (claim, outcome) => {
    expect(verdict(dirty, claim, false)).toBe(outcome);
  });
});

describe('isCleanAs', () => {
  it.each<[Verb, SpotKind, Content, boolean]>([
    ['cut', 'message.body', plain('Somebody called.'), true],
    ['cut', 'message.body', dirty, false],
    ['cut', 'message.copies', list('bo@lovelace.test'), true],
    ['cut', 'message.copies', list('bo@lovelace.test', 'ada.king@lovelace.test'), false],
    ['cut', 'message.body', hidden, false],
    ['clear', 'message.body', plain(''), true],
    ['clear', 'message.body', html(' \n'), true],
    ['clear', 'message.body', plain('.'), false],
    ['clear', 'message.body', html('<p></p>'), false],
    ['clear', 'message.copies', list(), true],
    ['clear', 'message.copies', list('bo@lovelace.test'), false],
    ['clear', 'person.access', access(false), true],
    ['clear', 'person.access', access(true), false],
    ['clear', 'person.photo', file(''), false],
    ['clear', 'message.body', hidden, false],
    ['set', 'person.name', plain('Anonymized'), true],
    ['set', 'person.name', plain('Ada King'), false],
    ['set', 'person.name', plain(''), false],
    ['set', 'person.login', plain('anonymized-0123456789'), true],
    ['set', 'message.body', html('[Anonymized]'), true],
    ['set', 'message.body', plain('the fixed text'), true],
    ['set', 'message.body', list('the fixed text'), false],
    ['set', 'message.body', hidden, false],
    ['remove', 'attachment', file('x.txt'), false],
    ['remove', 'attachment', plain(''), false],
    ['remove', 'dossier.people', access(true), false],
    ['remove', 'dossier.people', access(false), true],
    ['close', 'person.access', access(false), true],
    ['close', 'person.access', access(true), false],
    ['close', 'person.access', hidden, false],
  ])('%s %s, reading %j: %s', (...[verb, kind, content, isClean]) => {
    expect(isCleanAs({ verb, kind, to: 'the fixed text' }, content, judging)).toBe(isClean);
  });

  it('HD-16 leaves no rest of a blanked text: one word of it is not clean', () => {
    expect(isCleanAs({ verb: 'clear', kind: 'message.body' }, plain('Regards'), judging)).toBe(false);
    expect(
      isCleanAs({ verb: 'set', kind: 'message.body', to: '[Anonymized]' }, plain('[Anonymized] Regards'), judging),
    ).toBe(false);
  });
});
