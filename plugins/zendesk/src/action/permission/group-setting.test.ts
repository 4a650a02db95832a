import { describe, expect, it } from '@jest/globals';
import { permissionsSchema, rightsOf } from '@lethe/core';
import fc from 'fast-check';
import { groupSettingFrom } from './group-setting.ts';
import { tokensOf } from './group-token.ts';
import { unknownIn } from './unknown-groups.ts';

describe('the setting "user groups"', () => {
  it.each<readonly [string, readonly string[]]>([
    ['Support', ['name:support']],
    ['  Support ,  Billing  ', ['name:support', 'name:billing']],
    ['360001, Support', ['id:360001', 'name:support']],
    ['@administrators', ['@administrators']],
    ['@Administrators, Support', ['@administrators', 'name:support']],
    ['"Legal, Privacy", Support', ['name:legal, privacy', 'name:support']],
    ['"The ""best"" team"', ['name:the "best" team']],
    ['"360001"', ['name:360001']],
    ['"@administrators"', ['name:@administrators']],
    ['Support, SUPPORT, support', ['name:support']],
    ['360001, 360001', ['id:360001']],
    ['Tier  2', ['name:tier 2']],
    ['Zürich, ZU\u0308RICH', ['name:zürich']],
    ['Support\nBilling', ['name:support', 'name:billing']],
    ['Support,, ,Billing,', ['name:support', 'name:billing']],
    ['"Not closed, Support', ['name:not closed, support']],
    ['5" screens, Support', ['name:5" screens', 'name:support']],
  ])('reads %j as %j', (text, tokens) => {
    const { permissions } = groupSettingFrom(text);
    expect(permissions?.activation).toEqual(tokens);
    expect(permissionsSchema.parse(permissions)).toEqual(permissions);
  });

  it.each(['', '   ', ',', ' , ,', '""', undefined, null, 7, {}])('names nobody when it is %j', (setting) => {
    expect(groupSettingFrom(setting)).toEqual({ entries: [], permissions: undefined });
  });

  it('names a group however its name is made, if it is written in quotes', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
        const setting = groupSettingFrom(names.map((one) => `"${one.replaceAll('"', '""')}"`).join(', '));
        for (const one of names) {
          const [, token = ''] = tokensOf({ id: 1, name: one });
          expect(setting.permissions?.activation).toContain(token);
        }
      }),
    );
  });
});

describe('who may do what', () => {
  const support = tokensOf({ id: 21, name: 'Support' });
  const actor = { id: 'agent-1', groups: support, administrator: false };

  it.each<readonly [string, boolean, readonly string[]]>([
    ['Support', false, ['preview', 'run', 'read-ledger']],
    ['21', false, ['preview', 'run', 'read-ledger']],
    ['"21"', false, []],
    ['Billing', false, []],
    ['@administrators', false, []],
    ['', false, []],
  ])('follows the setting: %j gives a member of Support (administrator: %j) %j', (setting, administrator, rights) => {
    const { permissions } = groupSettingFrom(setting);
    expect(rightsOf({ ...actor, administrator }, permissions)).toEqual(rights);
  });

  it('is nobody while it is empty, administrators included, who can only configure it', () => {
    const { permissions } = groupSettingFrom('');
    expect(rightsOf({ ...actor, administrator: true }, permissions)).toEqual(['configure', 'read-ledger']);
  });

  it('does not include administrators where groups are named that they are not in', () => {
    const { permissions } = groupSettingFrom('Billing');
    expect(rightsOf({ ...actor, administrator: true }, permissions)).not.toContain('run');
  });
});

describe('groups the account does not have', () => {
  it('are told as they were written; ids, names in another case and administrators are not mistaken for them', () => {
    const setting = groupSettingFrom('support, Suport, 21, 22, @administrators, "Legal, Privacy"');
    const groups = [
      { id: 21, name: 'Support' },
      { id: 23, name: 'Legal, privacy' },
    ];
    expect(unknownIn(setting, groups)).toEqual(['Suport', '22']);
  });
});
