import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PersonId } from './host.ts';
import { administratorsOnly, missingRight, permissionsSchema, rights, rightsOf, type Actor } from './permission.ts';

const agent: Actor = { id: 'agent-1', groups: ['privacy'], administrator: false };
const administrator: Actor = { id: 'admin-1', groups: ['it'], administrator: true };
const outsider: Actor = { id: 'agent-2', groups: ['sales'], administrator: false };

const anyActor: fc.Arbitrary<Actor> = fc.record({
  id: fc.constant('someone'),
  groups: fc.subarray(['privacy', 'it', 'sales', '@administrators', 'constructor']),
  administrator: fc.boolean(),
});
const anyGrants = fc.dictionary(fc.constantFrom('privacy', 'it', 'sales'), fc.subarray([...rights]));

describe('HD-04 anonymizing is not active by default', () => {
  it('HD-04 lets nobody preview, run, do it in bulk or approve on a fresh install, administrators included', () => {
    for (const fresh of [undefined, permissionsSchema.parse({})]) {
      expect(rightsOf(agent, fresh)).toEqual([]);
      expect(rightsOf(administrator, fresh)).toEqual(['configure', 'read-ledger']);
    }
  });

  it('HD-04 lets grants sleep until it is active', () => {
    fc.assert(
      fc.property(anyGrants, anyActor, (grants, actor) => {
        const asleep = rightsOf(actor, permissionsSchema.parse({ activation: 'off', grants }));
        expect(asleep).toEqual(actor.administrator ? ['configure', 'read-ledger'] : []);
      }),
    );
  });

  it('HD-04 after activation for a group is there for members of that group only', () => {
    const active = permissionsSchema.parse({
      activation: ['privacy'],
      grants: { privacy: ['preview', 'run'], sales: ['run'] },
    });

    expect(rightsOf(agent, active)).toEqual(['preview', 'run']);
    expect(rightsOf(outsider, active)).toEqual([]);
    expect(rightsOf(administrator, active)).toEqual(['configure', 'read-ledger']);
    expect(rightsOf({ ...administrator, groups: ['privacy'] }, active)).toEqual(rights);
  });

  it('HD-04 can be activated for the administrators', () => {
    expect(rightsOf(administrator, administratorsOnly)).toEqual(rights);
    expect(rightsOf(agent, administratorsOnly)).toEqual([]);
    expect(permissionsSchema.parse(administratorsOnly)).toEqual(administratorsOnly);
  });

  it('HD-04 does not take a group for the administrators because of its name', () => {
    expect(
      rightsOf(
        { ...agent, groups: ['@administrators'] },
        { activation: ['@administrators'], grants: { '@administrators': ['run'] } },
      ),
    ).toEqual([]);
  });

  it.each(['off', 'of', ''])('HD-04 is not active for a group that is called %j', (group) => {
    for (const off of [undefined, permissionsSchema.parse({ activation: 'off' })]) {
      expect(rightsOf({ ...administrator, groups: [group] }, off)).toEqual(['configure', 'read-ledger']);
    }
  });

  it('HD-04 shows it to no group on another list', () => {
    fc.assert(
      fc.property(
        anyActor,
        anyGrants,
        fc.subarray(['privacy', 'it', 'sales'], { minLength: 1 }),
        (actor, grants, activation) => {
          fc.pre(!actor.groups.some((group) => activation.includes(group)));
          expect(rightsOf(actor, permissionsSchema.parse({ activation, grants }))).toEqual(rightsOf(actor, undefined));
        },
      ),
    );
  });
});

describe('HD-03 by default only administrators may', () => {
  const active = { activation: ['privacy', 'it'] };

  it('HD-03 gives a new group nothing, and administrators everything, once it is active', () => {
    expect(rightsOf(agent, permissionsSchema.parse(active))).toEqual([]);
    expect(rightsOf(administrator, permissionsSchema.parse(active))).toEqual(rights);
  });

  it.each(rights)('HD-03 lets a group be granted the right %s, and no other with it', (right) => {
    expect(rightsOf(agent, permissionsSchema.parse({ ...active, grants: { privacy: [right] } }))).toEqual([right]);
  });

  it('HD-03 adds up what several groups were granted, each right once', () => {
    const permissions = permissionsSchema.parse({
      ...active,
      grants: { privacy: ['run', 'preview'], it: ['approve', 'run'] },
    });

    expect(rightsOf({ ...agent, groups: ['it', 'privacy'] }, permissions)).toEqual(['preview', 'run', 'approve']);
  });

  it('HD-03 never gives anybody a right that was not granted to a group of theirs', () => {
    fc.assert(
      fc.property(anyActor, anyGrants, (actor, grants) => {
        fc.pre(!actor.administrator);
        const given = rightsOf(actor, permissionsSchema.parse({ activation: ['privacy', 'it', 'sales'], grants }));
        const granted = actor.groups.flatMap((group) => (Object.hasOwn(grants, group) ? (grants[group] ?? []) : []));
        expect(new Set(given)).toEqual(new Set(granted));
      }),
    );
  });
});

describe('missingRight', () => {
  it('says nothing to whoever has the right', () => {
    expect(missingRight({ rights: ['preview', 'run'] }, 'run')).toBeUndefined();
  });

  it.each(rights)('says who can help with a missing right %s, and where', (right) => {
    expect(missingRight({ rights: rights.filter((other) => other !== right) }, right)).toEqual({
      code: 'right-missing',
      says: `You do not have the right \`${right}\`.`,
      remedy: `An administrator can list one of your groups in \`permissions.activation\` and grant it \`${right}\` in \`permissions.grants\`; administrators are the group \`@administrators\`.`,
    });
  });
});

describe('permissionsSchema', () => {
  it('is off, with no grants, where nothing is said', () => {
    expect(permissionsSchema.parse({})).toEqual({ activation: 'off', grants: {} });
  });

  it.each([
    ['an activation for everybody', { activation: 'on' }],
    ['an activation for no group', { activation: [] }],
    ['a group that only looks like the administrators', { activation: ['@admins'] }],
    ['a group without a name', { activation: [''] }],
    ['a grant to the administrators, who need none', { grants: { '@administrators': ['run'] } }],
    ['a right that does not exist', { grants: { privacy: ['everything'] } }],
    ['a setting that does not exist', { enabled: true }],
  ])('refuses %s', (_what, permissions) => {
    expect(permissionsSchema.safeParse(permissions).success).toBe(false);
  });

  it('takes groups as hosts call them', () => {
    const groups = ['Second Level', 'Datenschutz & Recht', '360001', 'a'.repeat(128)];

    expect(permissionsSchema.parse({ activation: groups }).activation).toEqual(groups);
    expect(permissionsSchema.safeParse({ activation: ['a'.repeat(129)] }).success).toBe(false);
  });
});

describe('somebody a host sent from its own menu', () => {
  const from = { host: 'desk', account: 'account-7' as PersonId };
  const sent: Actor = { id: 'sent-1', groups: [], administrator: false, from };

  it('HD-04 reviews and runs while anonymizing is active for anybody, and has no other right', () => {
    for (const activation of [['@administrators'], ['privacy']] as const) {
      expect(rightsOf(sent, permissionsSchema.parse({ activation }))).toEqual(['preview', 'run']);
    }
    for (const off of [undefined, permissionsSchema.parse({ activation: 'off' })]) {
      expect(rightsOf(sent, off)).toEqual([]);
    }
  });

  it('HD-04 gets nothing more by a group or by administering', () => {
    fc.assert(
      fc.property(anyGrants, anyActor, (grants, actor) => {
        const active = permissionsSchema.parse({ activation: ['privacy', '@administrators'], grants });
        expect(rightsOf({ ...actor, from }, active)).toEqual(['preview', 'run']);
      }),
    );
  });
});
