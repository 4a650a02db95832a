import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SpotKind, Verb } from '../host.ts';
import { spotKinds } from '../host.ts';
import { ada, dossierOf, messageOf, plain, spotOf } from '../testing/spots.ts';
import { defaultRules } from './default-rules.ts';
import { roles } from './rules.ts';
import type { Rules, Treatment } from './rules.ts';
import { isReplacement, replacementFor, treatmentFor, verbsFor } from './treatment.ts';

const text = plain('something');
const hex = fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: 10, maxLength: 10 });

describe('treatmentFor', () => {
  it('keeps what the rules do not speak of', () => {
    for (const kind of spotKinds) expect(treatmentFor(spotOf(kind, text), 'uninvolved', defaultRules)).toBe('keep');
  });

  it('HD-14 empties the whole list of copies, or takes out one entry where the rules say so', () => {
    const copies = spotOf('message.copies', text);
    const rules: Rules = { ...defaultRules, copies: 'subject-only' };

    expect(treatmentFor(copies, 'copied', defaultRules)).toBe('blank');
    expect(treatmentFor(copies, 'copied', rules)).toBe('cut');
    expect(treatmentFor(copies, 'mentioned', rules)).toBe('cut');
    expect(treatmentFor(copies, 'uninvolved', rules)).toBe('keep');
    expect(treatmentFor(spotOf('message.body', text), 'copied', rules)).toBe('blank');
  });

  it.each<[Treatment, Treatment, Treatment]>([
    ['keep', 'keep', 'keep'],
    ['keep', 'cut', 'cut'],
    ['keep', 'blank', 'blank'],
    ['cut', 'keep', 'cut'],
    ['cut', 'cut', 'cut'],
    ['cut', 'blank', 'blank'],
    ['blank', 'keep', 'blank'],
    ['blank', 'cut', 'blank'],
    ['blank', 'blank', 'blank'],
  ])(
    'treats an entry of the history by the stricter of its own rule (%s) and its origin (%s): %s',
    (own, about, is) => {
      const spots = { ...defaultRules.spots, 'dossier.history': { opened: own }, 'dossier.title': { opened: about } };
      const entry = spotOf('dossier.history', text, { about: 'dossier.title' });

      expect(treatmentFor(entry, 'opened', { ...defaultRules, spots })).toBe(is);
    },
  );

  it('keeps an entry of the history neither rule speaks of', () => {
    const spots = { ...defaultRules.spots, 'dossier.history': {}, 'dossier.title': {} };

    expect(
      treatmentFor(spotOf('dossier.history', text, { about: 'dossier.title' }), 'opened', { ...defaultRules, spots }),
    ).toBe('keep');
  });

  it.each<[Treatment | undefined, Treatment]>([
    [undefined, 'cut'],
    ['keep', 'keep'],
    ['blank', 'blank'],
  ])('keeps, scrubs or blanks notes about the person as the rules say of their channel: %s', (said, is) => {
    const rules: Rules = { ...defaultRules, about: said === undefined ? {} : { note: said } };
    const note = spotOf('message.body', text, { of: messageOf({ channel: 'note', about: ada.id }) });
    const feedback = spotOf('message.body', text, { of: messageOf({ channel: 'feedback', about: ada.id }) });

    expect(treatmentFor(note, 'about', rules)).toBe(is);
    expect(treatmentFor(note, 'author', rules)).toBe('blank');
    expect(treatmentFor(feedback, 'about', rules)).toBe('cut');
    expect(treatmentFor({ ...note, kind: 'attachment' }, 'about', rules)).toBe('blank');
  });

  it.each<[Treatment | undefined, Treatment]>([
    [undefined, 'blank'],
    ['keep', 'keep'],
    ['cut', 'cut'],
  ])('says the same of all notes about a candidate, which a host takes as one: %s', (said, is) => {
    const rules: Rules = { ...defaultRules, about: said === undefined ? {} : { note: said } };
    const all = {
      ...spotOf('dossier.field', text, { of: messageOf({ channel: 'note', about: ada.id }) }),
      holder: ada.id,
    };
    expect(treatmentFor(all, 'own', rules)).toBe(is);
    expect(treatmentFor({ ...all, of: messageOf({ channel: 'note' }) }, 'own', rules)).toBe('blank');
  });

  it('LR-20 asks the rules of the place first, for what they name', () => {
    const places: Rules['places'] = [
      { locations: ['DE', 'AT'], spots: { 'dossier.field': { own: 'keep' } } },
      { locations: ['AT'], spots: { 'dossier.field': { own: 'cut' }, 'message.body': { about: 'keep' } } },
    ];
    const rules = { ...defaultRules, places };
    const at = (location: string | undefined): Treatment => {
      const of = dossierOf(location === undefined ? {} : { location });
      return treatmentFor(spotOf('dossier.field', text, { of }), 'own', rules);
    };

    expect([at('DE'), at('AT'), at('US-CA'), at(undefined)]).toEqual(['keep', 'keep', 'blank', 'blank']);
    expect(treatmentFor(spotOf('dossier.field', text, { of: dossierOf({ location: 'DE' }) }), 'opened', rules)).toBe(
      defaultRules.spots['dossier.field'].opened,
    );
    expect(treatmentFor(spotOf('message.body', text, { location: 'AT' }), 'about', rules)).toBe('cut');
    expect(treatmentFor(spotOf('dossier.field', text, { location: 'DE' }), 'own', rules)).toBe('keep');
  });

  it('gives each role one of the three answers', () => {
    for (const kind of spotKinds)
      for (const role of roles)
        expect(['blank', 'cut', 'keep']).toContain(treatmentFor(spotOf(kind, text), role, defaultRules));
  });
});

describe('verbsFor', () => {
  it.each<[SpotKind, readonly Verb[]]>([
    ['person.name', ['set']],
    ['person.email', ['clear', 'remove', 'set']],
    ['person.login', ['set', 'clear']],
    ['person.phone', ['clear', 'remove', 'set']],
    ['person.photo', ['remove', 'clear']],
    ['person.field', ['clear', 'remove', 'set']],
    ['person.history', ['clear', 'remove', 'set']],
    ['person.access', ['close', 'remove']],
    ['dossier.title', ['set', 'clear']],
    ['dossier.description', ['clear', 'set']],
    ['dossier.field', ['clear', 'remove', 'set']],
    ['person.record', ['remove']],
    ['dossier.record', ['remove']],
    ['dossier.people', ['remove', 'close', 'clear']],
    ['dossier.history', ['clear', 'set', 'remove']],
    ['message.subject', ['clear', 'set']],
    ['message.body', ['clear', 'set']],
    ['message.copies', ['clear', 'remove']],
    ['message.envelope', ['clear', 'remove', 'set']],
    ['attachment', ['remove']],
  ])('blanks %s by %j, in this order', (kind, verbs) => {
    expect(verbsFor(kind, 'blank', defaultRules)).toEqual(verbs);
  });

  it('removes a message only where the rules allow that the count changes, and as the last resort', () => {
    const rules: Rules = { ...defaultRules, onlyRemovable: 'remove' };

    expect(verbsFor('message.body', 'blank', rules)).toEqual(['clear', 'set', 'remove']);
    expect(verbsFor('message.subject', 'blank', rules)).toEqual(['clear', 'set', 'remove']);
    expect(verbsFor('dossier.title', 'blank', rules)).toEqual(['set', 'clear']);
  });

  it('cuts by cutting alone', () => {
    for (const kind of spotKinds)
      expect(verbsFor(kind, 'cut', { ...defaultRules, onlyRemovable: 'remove' })).toEqual(['cut']);
  });
});

describe('replacements', () => {
  it.each<[SpotKind, string]>([
    ['person.name', 'Anonymized'],
    ['person.login', 'anonymized-0a1b2c3d4e'],
    ['person.email', 'anonymized-0a1b2c3d4e@anonymized.invalid'],
    ['message.body', '[Anonymized]'],
    ['person.field', '[Anonymized]'],
  ])('HD-08 HD-16 puts a fixed text in place of %s: %s', (kind, is) => {
    expect(replacementFor(kind, defaultRules, '0a1b2c3d4e')).toBe(is);
  });

  it('fills in the unique part wherever it stands', () => {
    const replacement = {
      ...defaultRules.replacement,
      login: '{unique}-{unique}',
      address: '{unique}@{unique}.invalid',
    };

    expect(replacementFor('person.login', { ...defaultRules, replacement }, 'aa')).toBe('aa-aa');
    expect(replacementFor('person.email', { ...defaultRules, replacement }, 'aa')).toBe('aa@aa.invalid');
  });

  it('recognizes its own replacements, whatever their unique part', () => {
    fc.assert(
      fc.property(fc.constantFrom(...spotKinds), hex, (kind, unique) =>
        isReplacement(kind, defaultRules, replacementFor(kind, defaultRules, unique)),
      ),
    );
  });

  it('recognizes a replacement with two unique parts only if both are the same', () => {
    const replacement = { ...defaultRules.replacement, login: '{unique}-x-{unique}' };
    const rules = { ...defaultRules, replacement };

    expect(isReplacement('person.login', rules, '0123456789-x-0123456789')).toBe(true);
    expect(isReplacement('person.login', rules, '0123456789-x-9876543210')).toBe(false);
  });

  it.each<[SpotKind, string]>([
    ['person.name', 'Anonymized '],
    ['person.name', 'Anonymized0123456789'],
    ['person.name', ''],
    ['person.name', 'Ada King'],
    ['person.login', 'anonymized-'],
    ['person.login', 'anonymized-0123456789a'],
    ['person.login', 'anonymized-012345678'],
    ['person.login', 'anonymized-012345678g'],
    ['person.login', 'x-anonymized-0123456789'],
    ['person.login', 'pseudonymi-0123456789'],
    ['person.email', 'anonymized-0123456789@anonymized.example'],
    ['person.email', 'anonymized-0123456789@somewhere.invalid'],
    ['person.email', 'anonymized-ada.king@anonymized.invalid'],
    ['person.email', 'pseudonymi-0123456789@anonymized.invalid'],
    ['person.email', 'anonymized-'],
    ['message.body', 'Anonymized'],
    ['message.body', '[Anonymized]0123456789'],
  ])('does not take anything else for one: %s %j', (kind, other) => {
    expect(isReplacement(kind, defaultRules, other)).toBe(false);
  });
});
