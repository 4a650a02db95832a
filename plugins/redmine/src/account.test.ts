import { describe, expect, it } from '@jest/globals';
import { isAgentRole, personOf, rolesIn } from './account.ts';
import { parseOptions } from './options.ts';
import { userSchema } from './schema.ts';

const row = {
  id: 17,
  login: 'ada',
  firstname: 'Ada',
  lastname: 'Quellstone',
  mail: 'ada@mail.test',
  status: 1,
  updated_on: '2026-01-02T03:04:05Z',
};
const around = {
  options: parseOptions({}),
  self: 1,
  isAgent: false,
  lastAdministrator: false,
  moreAddresses: [],
};

describe('an account', () => {
  it.each([
    ['Redmine 5.0, which does not say', {}, undefined],
    ['no source', { auth_source: null }, undefined],
    ['a source', { auth_source: { id: 2, name: 'x' } }, 'ldap'],
    ['the number of a source', { auth_source_id: 2 }, 'ldap'],
  ])('is mastered by a directory where Redmine says so: %s', (_, more, expected) => {
    expect(personOf(userSchema.parse({ ...row, ...more }), around).masteredBy).toBe(expected);
  });

  it('was last active when it signed in, else when it was changed', () => {
    const signedIn = { ...row, last_login_on: '2026-03-04T05:06:07Z' };
    expect(personOf(userSchema.parse(signedIn), around).lastActivity).toEqual(new Date('2026-03-04T05:06:07Z'));
    expect(personOf(userSchema.parse({ ...row, last_login_on: null }), around).lastActivity).toEqual(
      new Date(row.updated_on),
    );
  });
});

describe('roles', () => {
  it('are counted once, however many projects they are held in', () => {
    const roles = [{ id: 3, name: 'Manager' }];
    expect(rolesIn([1, 2].map((id) => ({ project: { id }, roles })))).toEqual([3]);
  });

  it.each([
    [{}, ['view_issues', 'edit_issues'], true],
    [{}, ['view_issues', 'add_issue_notes'], false],
    [{ agentRoles: ['first level'] }, [], true],
    [{ agentRoles: ['Second level'] }, ['edit_issues'], false],
  ])('make an agent by %j and %j: %s', (options, permissions, expected) => {
    expect(isAgentRole({ name: 'First level', permissions }, parseOptions(options))).toBe(expected);
  });
});
