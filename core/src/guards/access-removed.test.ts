import { describe, expect, it } from '@jest/globals';
import { personKinds } from '../host.ts';
import { endUser, harmlessFacts } from '../testing/guard-facts.ts';
import { accessRemoved } from './access-removed.ts';
import { guardSettingsSchema } from './guard-settings.ts';

describe('accessRemoved', () => {
  it('PI-08 asks to remove software access first from an employee who can sign in', () => {
    expect(accessRemoved(harmlessFacts({ person: endUser({ kind: 'employee' }) }))).toEqual([
      {
        code: 'not-end-user',
        says: 'This person can still sign in to the host.',
        remedy: 'Remove software access first, in the host, then review again.',
      },
    ]);
  });

  it('PI-08 lets an employee go whose access was removed', () => {
    expect(accessRemoved(harmlessFacts({ person: endUser({ kind: 'employee', active: false }) }))).toEqual([]);
  });

  it('asks for nobody else, as the run itself closes their access', () => {
    const stopped = personKinds.filter(
      (kind) => accessRemoved(harmlessFacts({ person: endUser({ kind }) })).length > 0,
    );

    expect(stopped).toEqual(['employee']);
  });

  it('asks for the kinds that the settings name', () => {
    const settings = guardSettingsSchema.parse({ accessRemovedFirst: ['external', 'other'] });
    const stopped = personKinds.filter(
      (kind) => accessRemoved(harmlessFacts({ person: endUser({ kind }), settings })).length > 0,
    );

    expect(stopped).toEqual(['external', 'other']);
  });
});
