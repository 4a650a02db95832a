import type { HostPages } from '@lethe/core';
import { dossierIdOf } from './ids.ts';

/** Lever shows an opportunity a page, as its API's `urls.show` says: https://hire.lever.co/developer/documentation#opportunities */
export const leverPages: readonly HostPages[] = [
  {
    site: 'https://hire.lever.co',
    path: /^\/candidates\/([\da-f-]{36})(?:\/|$)/,
    shows: (id) => ({ dossier: dossierIdOf(id) }),
  },
];
