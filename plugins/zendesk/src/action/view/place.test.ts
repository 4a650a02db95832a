import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { personIdOf } from '../../ids.ts';
import { modalUrl, placeOf } from './place.ts';

describe('placeOf', () => {
  it.each([
    ['user_sidebar', '', { at: 'user' }],
    ['ticket_sidebar', '', { at: 'ticket' }],
    ['nav_bar', '#person=u7', { at: 'nav' }],
    ['modal', '#person=u7', { at: 'modal', shown: { person: 'u7' } }],
    ['modal', '#run=r-1', { at: 'modal', shown: { run: 'r-1' } }],
    ['modal', '', { at: 'modal', shown: undefined }],
    ['modal', '#person=', { at: 'modal', shown: undefined }],
  ])('in %s with %j', (location, hash, place) => {
    expect(placeOf(location, hash)).toEqual(place);
  });

  it('finds in the address of a modal what it was opened for', () => {
    fc.assert(
      fc.property(fc.nat(), fc.uuid(), (user, run) => {
        for (const shown of [{ person: personIdOf(user) }, { run }]) {
          const url = modalUrl(shown);
          expect(placeOf('modal', url.slice(url.indexOf('#')))).toEqual({ at: 'modal', shown });
        }
      }),
    );
  });
});
