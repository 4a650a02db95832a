import type { HostPages } from '@lethe/core';
import { personIdOf } from './ids.ts';

/** Greenhouse shows a candidate a page, on `app`, `app2` and the names of other regions: https://developers.greenhouse.io/harvest.html#candidates */
export const greenhousePages: readonly HostPages[] = [
  {
    site: 'https://*.greenhouse.io',
    path: /^\/people\/(\d{1,20})(?:\/|$)/,
    shows: (id) => ({ person: personIdOf(id) }),
  },
];
