import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Ability, Content, Spot, SpotKind, Verb } from '../host.ts';
import { spotKinds } from '../host.ts';
import { defaultRules } from '../rules/default-rules.ts';
import { roles } from '../rules/rules.ts';
import { memoryProfile } from '../testing/memory/memory-profile.ts';
import {
  ada,
  adaFinder,
  access,
  bystander,
  decidingOf,
  dossierOf,
  file,
  hidden,
  html,
  list,
} from '../testing/spots.ts';
import { messageOf, plain, spotOf } from '../testing/spots.ts';
import { endUser } from '../testing/guard-facts.ts';
import { decisionOn } from './decide.ts';
import type { Deciding } from './decide.ts';

const address = 'ada.king@lovelace.test';
const source = 'core/src/testing/memory';
const hers = { of: messageOf({ author: ada.id }) };

function only(...can: readonly [Verb, ...Verb[]]): Ability {
  return { can, provable: true, source: 'the manual' };
}

/** What happens to a spot, in a word: `clear`, `set Anonymized`, `keep rule`, `gap`. */
function wordFor(spot: Spot, changes: Partial<Deciding> = {}): string {
  const decision = decisionOn(spot, decidingOf(changes));
  if (decision.do === 'keep') return `keep ${decision.why}`;
  if (decision.do === 'gap') return 'gap';
  return decision.to === undefined ? decision.verb : `${decision.verb} ${decision.to}`;
}

describe('what the default rules make of a spot', () => {
  it.each<[string, Spot, string]>([
    ['HD-08 their name', spotOf('person.name', plain('Ada King')), 'set Anonymized'],
    ['HD-09 their address', spotOf('person.email', plain(address)), 'clear'],
    ['HD-09 their phone', spotOf('person.phone', plain('+44 20 7946 0958')), 'clear'],
    ['HD-09 their own field', spotOf('person.field', plain('likes engines')), 'clear'],
    ['HD-09 their history', spotOf('person.history', plain('Ada Byron'), { about: 'person.name' }), 'clear'],
    ['their login', spotOf('person.login', plain('ada')), 'set anonymized-0123456789'],
    ['their photo', spotOf('person.photo', file('me.png')), 'remove'],
    ['HD-15 their access', spotOf('person.access', access(true)), 'close'],
    ['HD-15 an access that is closed', spotOf('person.access', access(false)), 'keep already-clean'],
    [
      'HD-16 the body of their mail, in which nothing names them',
      spotOf('message.body', plain('Hello.'), hers),
      'clear',
    ],
    ['HD-12 a file of their mail', spotOf('attachment', file('x.txt'), hers), 'remove'],
    ['HD-14 the copies of their mail, others only', spotOf('message.copies', list('bo@lovelace.test'), hers), 'clear'],
    ['an empty list', spotOf('message.copies', list(), hers), 'keep already-clean'],
    ['an empty body', spotOf('message.body', plain(' '), hers), 'keep already-clean'],
    ['an empty body in HTML', spotOf('message.body', html(''), hers), 'keep already-clean'],
    ['a mail of somebody else', spotOf('message.body', plain('Hello.')), 'keep uninvolved'],
    ['a mail that names them', spotOf('message.body', plain('Ask Ada King.')), 'cut'],
    ['a list that names them', spotOf('message.copies', list(address, 'bo@lovelace.test')), 'cut'],
    [
      'HD-10 a dossier of theirs, from the web',
      spotOf('dossier.title', plain('Ink'), { of: dossierOf({ openedBy: ada.id }) }),
      'keep uninvolved',
    ],
    ['their watch', spotOf('dossier.people', access(true), { holder: ada.id }), 'remove'],
    ["somebody else's watch", spotOf('dossier.people', access(true), { holder: bystander }), 'keep uninvolved'],
    ["a namesake's name", spotOf('person.name', plain('Ada King'), { of: endUser({ id: bystander }) }), 'keep rule'],
  ])('%s', (_what, spot, word) => {
    expect(wordFor(spot)).toBe(word);
  });

  it.each([
    ['HD-11 by mail: the whole text', 'mail', 'clear'],
    ['HD-11 nobody knows how: the whole text', 'unknown', 'clear'],
    ['HD-11 on the web: only what names them', 'web', 'cut'],
    ['HD-11 by phone: only what names them', 'phone', 'cut'],
  ] as const)('a description of a dossier they opened %s', (_how, openedVia, word) => {
    const of = dossierOf({ openedBy: ada.id, openedVia });

    expect(wordFor(spotOf('dossier.description', plain('The engine of Ada King jams.'), { of }))).toBe(word);
  });

  it('HD-14 takes only their entry out where the rules say so', () => {
    const copies = spotOf('message.copies', list('bo@lovelace.test', address), hers);

    expect(wordFor(copies, { rules: { ...defaultRules, copies: 'subject-only' } })).toBe('cut');
  });

  it('keeps what a rule keeps, and says that it was a rule', () => {
    const spots = { ...defaultRules.spots, 'message.body': { author: 'keep' as const } };

    expect(wordFor(spotOf('message.body', plain('Hi'), hers), { rules: { ...defaultRules, spots } })).toBe('keep rule');
  });

  it('leaves an account that was anonymized before as it is', () => {
    expect(wordFor(spotOf('person.name', plain('Anonymized')))).toBe('keep already-clean');
    expect(wordFor(spotOf('person.login', plain('anonymized-aaaaaaaaaa')))).toBe('keep already-clean');
  });

  it('takes the role it is given for what the spot alone would tell', () => {
    const body = spotOf('message.body', plain('Hello.'));

    expect(decisionOn(body, decidingOf(), 'named-in-mail')).toMatchObject({
      do: 'step',
      verb: 'clear',
      role: 'named-in-mail',
    });
  });
});

describe('the verb of a step', () => {
  it.each<[string, SpotKind, Content, Ability, string]>([
    ['the best one the host can', 'message.body', plain('Hi'), only('remove', 'set', 'clear'), 'clear'],
    ['the second best else', 'message.body', plain('Hi'), only('remove', 'set'), 'set [Anonymized]'],
    ['a clear of what is not shown', 'message.body', hidden, only('cut', 'clear'), 'clear'],
    ['a set of what is not shown', 'message.body', hidden, only('set'), 'set [Anonymized]'],
    ['no set of a list', 'message.envelope', list('a'), only('set'), 'gap'],
    ['no set of a file', 'message.body', file('a'), only('set'), 'gap'],
    ['no set of an access', 'message.body', access(true), only('set'), 'gap'],
    ['no clear of a file', 'message.body', file('a'), only('clear'), 'gap'],
    ['no clear of an access', 'message.body', access(true), only('clear'), 'gap'],
    ['a clear of a list', 'message.envelope', list('a'), only('clear'), 'clear'],
    ['a removal of anything', 'attachment', hidden, only('remove'), 'remove'],
    ['no removal of a message', 'message.body', plain('Hi'), only('remove'), 'gap'],
  ])('is %s', (...[, kind, content, ability, word]) => {
    expect(wordFor(spotOf(kind, content, { ...hers, ability }))).toBe(word);
  });

  it.each<[string, Content, string]>([
    ['a text', plain('Ask Ada King'), 'cut'],
    ['a text in HTML', html('Ask <b>Ada King</b>'), 'cut'],
    ['a list', list(address), 'cut'],
    ['no file', file('Ada King.txt'), 'gap'],
  ])('cuts %s', (_what, content, word) => {
    expect(wordFor(spotOf('message.body', content))).toBe(word);
  });

  it('closes an access even where nobody sees whether it is open', () => {
    expect(wordFor(spotOf('person.access', hidden))).toBe('close');
  });

  it('is looked up in the spot first, then in its kind', () => {
    const profile = memoryProfile({ abilities: { 'message.body': only('set') } });
    const body = spotOf('message.body', plain('Hi'), hers);

    expect(wordFor(body, { profile })).toBe('set [Anonymized]');
    expect(wordFor({ ...body, ability: only('clear') }, { profile })).toBe('clear');
  });

  it('removes a message where the rules allow it', () => {
    const body = spotOf('message.body', plain('Hi'), { ...hers, ability: only('remove') });

    expect(wordFor(body, { rules: { ...defaultRules, onlyRemovable: 'remove' } })).toBe('remove');
  });
});

describe('a gap', () => {
  it("passes on the host's reason and way out", () => {
    const ability: Ability = { can: 'nothing', because: 'Kept for ever.', instead: 'Delete it.', source: 'manual' };
    const body = spotOf('message.body', plain('Hi'), { ...hers, ability });
    const reason = { because: 'Kept for ever.', source: 'manual' };

    expect(decisionOn(body, decidingOf())).toEqual({ do: 'gap', reason: { ...reason, instead: 'Delete it.' } });
    expect(decisionOn({ ...body, ability: { can: 'nothing', ...reason } }, decidingOf())).toEqual({
      do: 'gap',
      reason,
    });
  });

  it('says what the host can and what was asked for', () => {
    expect(
      decisionOn(spotOf('message.body', plain('Hi'), { ...hers, ability: only('cut', 'remove') }), decidingOf()),
    ).toEqual({
      do: 'gap',
      reason: {
        because: 'The host can cut, remove this; the rules ask for clear or set.',
        instead: 'Edit it by hand in the host, or change the rules for this kind.',
        source: 'the manual',
      },
    });
  });

  it('says when nothing is shown', () => {
    const body = spotOf('message.body', hidden, { ...hers, ability: only('cut') });

    expect(decisionOn(body, decidingOf())).toMatchObject({
      reason: {
        because: 'The host can cut this; the rules ask for clear or set. The host does not show what is there.',
      },
    });
  });

  it('says of a spot that is neither shown nor changed what its host says of it', () => {
    const reason = { because: 'The log is read-only.', instead: 'Delete the case.', source: 'the manual' };
    const log = spotOf('dossier.history', hidden, { ability: { can: 'nothing', ...reason } });

    expect(decisionOn(log, decidingOf())).toEqual({ do: 'gap', reason });
  });

  it("is what nobody can see on somebody else's dossier, as it may name the person", () => {
    expect(decisionOn(spotOf('dossier.description', hidden), decidingOf())).toEqual({
      do: 'gap',
      reason: {
        because: 'The host does not show what is there, so nobody can tell whether it names the person.',
        instead: 'Look at it in the host, and blank it by hand if it does.',
        source,
      },
    });
  });

  it('is what nobody can see on a dossier the person opened: a cut needs a text', () => {
    const of = dossierOf({ openedBy: ada.id });

    expect(wordFor(spotOf('dossier.description', hidden, { of }))).toBe('gap');
  });

  it('is not what nobody can see where a mention would be kept anyway', () => {
    expect(wordFor(spotOf('person.name', hidden, { of: endUser({ id: bystander }) }))).toBe('keep uninvolved');
  });
});

describe('ambiguity', () => {
  const unsure: Deciding = decidingOf({
    finder: {
      cut: adaFinder.cut.bind(adaFinder),
      isTheirs: () => false,
      mentions: () => false,
      find: () => [
        { start: 0, end: 3, by: 'names', entry: 0, sure: 'ambiguous', how: 'part-of-name', doubt: 'name-alone' },
      ],
    },
  });

  it('keeps the text and says why', () => {
    expect(wordFor(spotOf('message.body', plain('Ada called')), unsure)).toBe('keep ambiguous');
    expect(wordFor(spotOf('dossier.title', plain('Ada'), { of: dossierOf({ openedBy: ada.id }) }), unsure)).toBe(
      'keep ambiguous',
    );
  });
});

describe('every decision', () => {
  it('uses a verb the host has, and a fixed text with set alone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...spotKinds),
        fc.constantFrom(...roles),
        fc.constantFrom(plain('Ada King'), plain(''), html('<p>Hi</p>'), list(address), list(), file('a.txt'), hidden),
        fc.uniqueArray(fc.constantFrom<Verb>('cut', 'clear', 'set', 'remove', 'close'), { minLength: 1 }),
        (...[kind, role, content, [first = 'cut', ...others]]) => {
          const ability = only(first, ...others);
          const decision = decisionOn(spotOf(kind, content, { ability }), decidingOf(), role);
          if (decision.do !== 'step') return;
          expect([first, ...others]).toContain(decision.verb);
          expect(decision.to !== undefined).toBe(decision.verb === 'set');
          expect(decision.role).toBe(role);
          expect(decision.ability).toBe(ability);
        },
      ),
    );
  });
});
