import { describe, expect, it } from '@jest/globals';
import { guardSettingsSchema } from './guard-settings.ts';

describe('guardSettingsSchema', () => {
  it('HD-06 allows no agents, administrators or employees unless somebody says so', () => {
    expect(guardSettingsSchema.parse({})).toEqual({
      kinds: ['end-user', 'candidate', 'external', 'other'],
      accessRemovedFirst: ['employee'],
      cases: { archivedFirst: ['candidate'], hired: 'never' },
    });
  });

  it.each(['end-user', 'candidate', 'employee', 'external', 'other'])('lets %s be allowed', (kind) => {
    expect(guardSettingsSchema.parse({ kinds: [kind] }).kinds).toEqual([kind]);
  });

  it.each(['agent', 'administrator', 'unknown', 'robot'])('HD-06 lets nobody allow the kind %s', (kind) => {
    const result = guardSettingsSchema.safeParse({ kinds: [kind] });

    expect(result.error?.issues).toEqual([
      expect.objectContaining({
        path: ['kinds', 0],
        message:
          'choose among end-user, candidate, employee, external, other: agents and administrators are never anonymized',
      }),
    ]);
  });

  it.each([
    ['an empty list of kinds', { kinds: [] }],
    ['a setting that does not exist', { kind: ['other'] }],
    ['an unknown kind whose access is to be removed', { accessRemovedFirst: ['robot'] }],
  ])('refuses %s', (_what, settings) => {
    expect(guardSettingsSchema.safeParse(settings).success).toBe(false);
  });
});
