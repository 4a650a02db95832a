import { describe, expect, it } from '@jest/globals';
import { digestOf } from '../canonical.ts';
import { fingerprintOf, talliesFingerprint } from '../fingerprint.ts';
import type { Finder } from '../finding/finder.ts';
import type { Message, Spot } from '../host.ts';
import type { Plan } from '../plan.ts';
import { defaultRules } from '../rules/default-rules.ts';
import { streamOf } from '../testing/journey.ts';
import { memoryProfile } from '../testing/memory/memory-profile.ts';
import type { MemoryOptions } from '../testing/memory/memory-profile.ts';
import { mint } from '../testing/mint.ts';
import { ableProfile, ada, adaFinder, dossierId, dossierOf, file, list, messageOf } from '../testing/spots.ts';
import { personals, plain, spotId, spotOf } from '../testing/spots.ts';
import { decidingBy, planFor, scopesFor } from './plan-for.ts';

const key = new Uint8Array(32).fill(9);
const address = 'ada.king@lovelace.test';
const input = { profile: ableProfile, person: ada.id, finder: adaFinder, rules: defaultRules, key };

function planOf(spots: readonly Spot[], options: MemoryOptions = {}): Promise<Plan> {
  return planFor({ ...input, profile: memoryProfile(options) }, streamOf(spots));
}

/** The spots of one mail: subject, body, To and a file. */
function mail(body: string, changes: Partial<Message> = {}): readonly Spot[] {
  const of = messageOf({ direction: 'outgoing', to: personals('bo@lovelace.test'), ...changes });
  return [
    spotOf('message.subject', plain('New reply'), { of }),
    spotOf('message.envelope', list('bo@lovelace.test'), { of }),
    spotOf('message.body', plain(body), { of }),
    spotOf('attachment', file('reply.txt'), { of }),
  ];
}

function blanked(plan: Plan): readonly string[] {
  return plan.steps.map(({ kind, verb }) => `${verb} ${kind}`);
}

describe('scopesFor', () => {
  it('looks at the person and for mentions, as far as the host lets us', () => {
    const both = [
      { by: 'person', person: ada.id },
      { by: 'mention', who: ada.identifiers },
    ];

    expect(scopesFor(ableProfile, { person: ada.id }, ada.identifiers)).toEqual(both);
    expect(scopesFor(memoryProfile({ scopes: ['mention', 'dossier'] }), { person: ada.id }, ada.identifiers)).toEqual([
      both[1],
    ]);
    expect(scopesFor(memoryProfile({ scopes: ['everything'] }), { person: ada.id }, ada.identifiers)).toEqual([]);
  });

  it('LV-12 looks at nothing but the one dossier where only that is due', () => {
    const only = dossierId('dossier-1');

    expect(scopesFor(ableProfile, { person: ada.id, only }, ada.identifiers)).toEqual([
      { by: 'dossier', dossier: only },
    ]);
    expect(scopesFor(memoryProfile({ scopes: ['person'] }), { person: ada.id, only }, ada.identifiers)).toEqual([]);
  });
});

describe('planFor', () => {
  it('LV-12 says which one dossier it covers, and that is part of what is confirmed', async () => {
    const only = dossierId('dossier-1');
    const spots = [spotOf('dossier.field', plain('Ada King'), { holder: ada.id })];
    const one = await planFor({ ...input, only }, streamOf(spots));
    const all = await planFor(input, streamOf(spots));

    expect(one.only).toBe(only);
    expect(one.steps).toEqual(all.steps);
    expect(one.digest).not.toBe(all.digest);
  });

  it('asks somebody where only the screen of the host can do it, a line for each thing to do', async () => {
    const byHand = { says: 'Choose Anonymize.', link: 'https://host.test/1' };
    const ability = { can: ['ask'], provable: true, byHand, source: 'manual' } as const;
    const spots = [
      spotOf('person.field', plain('+44 20 7946 0958'), { ability }),
      spotOf('attachment', file('cv.pdf'), { ability, holder: ada.id }),
      spotOf('dossier.field', plain('cut me, Ada King'), { ability: { ...ability, byHand: { says: 'Delete it.' } } }),
      spotOf('person.phone', plain(''), { ability }),
      spotOf('message.body', plain('nothing to do with her'), { ability }),
    ];
    const { steps, asks } = await planOf(spots);

    expect(steps.map(({ spot, verb }) => `${verb} ${spot}`)).toEqual([
      'ask person.field-1',
      'ask attachment-1',
      'ask dossier.field-1',
    ]);
    expect(asks).toEqual([
      { ...byHand, steps: 2 },
      { says: 'Delete it.', steps: 1 },
    ]);
  });

  it('puts every spot into one of steps, kept and gaps, exactly once', async () => {
    const nothing = { can: 'nothing', because: 'It is kept.', source: 'manual' } as const;
    const spots = [
      spotOf('person.name', plain('Ada King')),
      spotOf('person.phone', plain('+44 20 7946 0958'), { ability: nothing }),
      spotOf('dossier.title', plain('Ink')),
    ];
    const { steps, kept, gaps } = await planOf([...spots, ...spots]);

    expect(steps).toEqual([
      {
        id: 'person.name-1',
        spot: 'person.name-1',
        kind: 'person.name',
        label: 'person.name 1',
        verb: 'set',
        to: 'Anonymized',
        role: 'own',
        seen: fingerprintOf(plain('Ada King'), key),
        provable: true,
      },
    ]);
    expect(kept).toEqual([{ spot: 'dossier.title-1', kind: 'dossier.title', why: 'uninvolved' }]);
    expect(gaps).toEqual([
      {
        spot: 'person.phone-1',
        kind: 'person.phone',
        label: 'person.phone 1',
        because: 'It is kept.',
        source: 'manual',
      },
    ]);
  });

  it('holds a text for a set alone, and whether the result can be read', async () => {
    const { steps } = await planOf([spotOf('person.phone', plain('0'))], { hides: ['person.phone'] });

    expect(steps).toEqual([expect.not.objectContaining({ to: expect.anything() })]);
    expect(steps[0]).toMatchObject({ verb: 'clear', provable: false });
    expect(Object.keys(steps[0] ?? {})).not.toContain('to');
  });

  it.each<[string, readonly Spot[]]>([
    ['HD-13 the body alone holds the address: all of the mail goes', mail(`Reply from ${address}`)],
    ['HD-13 the system wrote it', mail(`Reply from ${address}`, { author: 'system', direction: 'internal' })],
    ['HD-13 in whatever order the spots come', [...mail(`Reply from ${address}`)].reverse()],
  ])('%s', async (_what, spots) => {
    expect([...blanked(await planOf(spots))].sort()).toEqual([
      'clear message.body',
      'clear message.envelope',
      'clear message.subject',
      'remove attachment',
    ]);
  });

  it.each<[string, readonly Spot[], readonly string[]]>([
    ['HD-13 a longer address costs nothing', mail(`Reply from x${address}`), []],
    ['the name alone is cut', mail('Ask Ada King'), ['cut message.body']],
    ['in a mail that came in the address is cut', mail(address, { direction: 'incoming' }), ['cut message.body']],
    [
      'HD-13 another mail with nothing of it stays',
      [
        ...mail(`Reply from ${address}`).filter(({ kind }) => kind === 'message.body'),
        spotOf('message.subject', plain('Hi'), { of: messageOf({ id: mint('message', 'message-2') }) }),
      ],
      ['clear message.body'],
    ],
  ])('%s', async (_what, spots, steps) => {
    expect(blanked(await planOf(spots))).toEqual(steps);
  });

  it('HD-12 blanks a mail to the person whole, and says they were its recipient', async () => {
    const plan = await planOf(mail(`Hello ${address}`, { to: personals(address) }));

    expect(plan.steps.map(({ role }) => role)).toEqual(['recipient', 'recipient', 'recipient', 'recipient']);
  });

  it('lists what may name the person without certainty, for the reviewer', async () => {
    const finder: Finder = {
      cut: adaFinder.cut.bind(adaFinder),
      isTheirs: () => false,
      mentions: () => false,
      find: () => [
        { start: 0, end: 3, by: 'names', entry: 0, sure: 'ambiguous', how: 'part-of-name', doubt: 'name-alone' },
      ],
    };
    const own = spotOf('person.name', plain('Ada'));
    const spots = [own, spotOf('dossier.title', plain('Ink')), spotOf('attachment', file('x.txt'))];
    const plan = await planFor({ ...input, finder }, streamOf([...spots, ...spots]));

    expect(plan.ambiguous).toEqual(['dossier.title-1']);
    expect(plan.mentions).toEqual([{ by: 'names', how: 'part-of-name', doubt: 'name-alone', count: 1 }]);
    expect(plan.kept[0]).toMatchObject({ why: 'ambiguous' });
    expect(blanked(plan)).toEqual(['set person.name']);
    expect((await planOf(spots)).ambiguous).toEqual([]);
  });

  it('lists what stays uncertain in a text that is only cut, and nothing of a mail that goes whole', async () => {
    const finder: Finder = {
      ...adaFinder,
      cut: adaFinder.cut.bind(adaFinder),
      isTheirs: adaFinder.isTheirs.bind(adaFinder),
      mentions: adaFinder.mentions.bind(adaFinder),
      find: (text, form) => [
        ...adaFinder.find(text, form),
        { start: 0, end: 3, by: 'names', entry: 0, sure: 'ambiguous', how: 'part-of-name', doubt: 'name-alone' },
      ],
    };
    const cut = await planFor({ ...input, finder }, streamOf([spotOf('dossier.title', plain('Ask Ada King'))]));
    const whole = await planFor({ ...input, finder }, streamOf(mail(`Ada, ${address}`)));

    expect(blanked(cut)).toEqual(['cut dossier.title']);
    expect(cut.ambiguous).toEqual(['dossier.title-1']);
    expect(cut.mentions).toEqual([
      { by: 'names', how: 'part-of-name', doubt: 'name-alone', count: 1 },
      { by: 'names', how: 'as-filed', count: 1 },
    ]);
    expect(whole.mentions).toEqual([]);
    expect(blanked(whole)).toContain('clear message.subject');
    expect(whole.ambiguous).toEqual([]);
  });

  it('HD-01 fingerprints the tallies of each dossier, as they were seen first', async () => {
    const one = dossierOf();
    const two = dossierOf({ id: dossierId('dossier-2'), tallies: { status: 'closed' } });
    const plan = await planOf([
      spotOf('dossier.title', plain('a'), { of: one }),
      spotOf('dossier.description', plain('b'), { of: { ...one, tallies: { status: 'other' } } }),
      spotOf('dossier.title', plain('c'), { of: two, id: spotId('title-2') }),
      spotOf('message.body', plain('d')),
      spotOf('person.name', plain('Ada King')),
    ]);

    expect(plan.tallies).toEqual({
      'dossier-1': talliesFingerprint(one.tallies, key),
      'dossier-2': talliesFingerprint(two.tallies, key),
    });
  });

  it('says how the host cannot be searched', async () => {
    expect((await planOf([])).unreached).toEqual([]);
    expect((await planOf([], { scopes: ['person'] })).unreached).toEqual([
      { scope: 'mention', because: 'Memory cannot be searched by mention.' },
    ]);
    expect((await planOf([], { scopes: [] })).unreached.map(({ scope }) => scope)).toEqual(['person', 'mention']);
  });

  it('adds up where old values stay and what else happens', async () => {
    const ability = { can: ['clear'], provable: true, source: 's', remains: 'the log', sideEffect: 'a mail' } as const;
    const plan = await planOf([spotOf('person.phone', plain('0'), { ability })]);

    expect(plan.remains).toEqual([{ kind: 'person.phone', where: 'the log', steps: 1 }]);
    expect(plan.sideEffects).toEqual([{ kind: 'person.phone', what: 'a mail', steps: 1 }]);
  });

  it('is digested with everything in it, and names its host, person and rules', async () => {
    const plan = await planOf([spotOf('person.name', plain('Ada King'))]);
    const { digest, ...content } = plan;

    expect(digest).toBe(digestOf(content));
    expect(content).toMatchObject({
      version: 1,
      host: 'memory',
      person: 'person-7',
      rules: { name: 'default', digest: digestOf(defaultRules) },
    });
  });

  it('is the same for the same input, and another one for another key, text or rule', async () => {
    const spots = [spotOf('person.login', plain('ada'))];
    const digest = async (changes: object, some = spots): Promise<string> =>
      (await planFor({ ...input, ...changes }, streamOf(some))).digest;

    expect(await digest({})).toBe(await digest({}));
    const others = [
      await digest({ key: new Uint8Array(32) }),
      await digest({ rules: { ...defaultRules, name: 'ours' } }),
      await digest({}, [spotOf('person.login', plain('ada2'))]),
    ];
    expect(new Set([await digest({}), ...others]).size).toBe(4);
  });

  it('holds no text of the host', async () => {
    const plan = await planOf([...mail(`Ask Ada King, ${address}`), spotOf('person.name', plain('Ada King'))]);

    expect(JSON.stringify(plan)).not.toMatch(/King|lovelace|reply/i);
  });
});

describe('the unique part of placeholders', () => {
  it('is ten hex digits, another one for each spot, host and key, and always the same', () => {
    const login = spotOf('person.login', plain('ada'));
    const unique = (changes: object, spot = login): string => decidingBy({ ...input, ...changes }).unique(spot);
    const all = [
      unique({}),
      unique({}, { ...login, id: spotId('other') }),
      unique({ key: new Uint8Array(32) }),
      unique({ profile: { ...ableProfile, id: 'desk' } }),
    ];

    expect(all[0]).toMatch(/^[0-9a-f]{10}$/);
    expect(new Set(all).size).toBe(4);
    expect(unique({})).toBe(all[0]);
  });
});

describe('a case that is deleted as a whole', () => {
  const cannot = { can: 'nothing', because: 'It is closed.', source: 'manual' } as const;
  const mine = dossierOf({ id: dossierId('mine'), state: 'closed', openedBy: ada.id });
  const theirs = dossierOf({ id: dossierId('theirs'), state: 'closed' });
  const spotsOf = (of: typeof mine): readonly Spot[] => [
    spotOf('dossier.title', plain('Ada King called'), { of, id: spotId(`${of.id}-title`), ability: cannot }),
    spotOf('dossier.field', plain('Ada King'), { of, id: spotId(`${of.id}-field`) }),
    spotOf('dossier.record', { form: 'access', open: true }, { of, id: spotId(`${of.id}-record`) }),
  ];

  it("is the person's own: one of somebody else stays, with its gaps", async () => {
    const { steps, kept, gaps } = await planOf([...spotsOf(mine), ...spotsOf(theirs)], { changeLog: 'kept' });

    expect(steps.map(({ spot, verb }) => [spot, verb])).toEqual([
      ['mine-field', 'cut'],
      ['mine-record', 'remove'],
      ['theirs-field', 'cut'],
    ]);
    expect(kept).toEqual([
      { spot: 'mine-title', kind: 'dossier.title', why: 'goes-with-case' },
      { spot: 'theirs-record', kind: 'dossier.record', why: 'uninvolved' },
    ]);
    expect(gaps.map(({ spot }) => spot)).toEqual(['theirs-title']);
  });

  it('takes along what would remain of its texts', async () => {
    const { remains } = await planOf([...spotsOf(mine), ...spotsOf(theirs)], { changeLog: 'kept' });

    expect(remains.map(({ kind, steps }) => [kind, steps])).toEqual([['dossier.field', 1]]);
  });

  it('stays where the rules keep it', async () => {
    const rules = { ...defaultRules, spots: { ...defaultRules.spots, 'dossier.record': {} } };
    const { kept, gaps } = await planFor({ ...input, rules }, streamOf(spotsOf(mine)));

    expect(kept).toEqual([{ spot: 'mine-record', kind: 'dossier.record', why: 'rule' }]);
    expect(gaps).toHaveLength(1);
  });
});
