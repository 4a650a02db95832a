import type { HostPages } from '@lethe/core';
import { personIdOf } from './ids.ts';

/** Ashby shows a candidate beside many lists; its address ends as the API's `profileUrl` does: https://developers.ashbyhq.com/reference/candidateinfo */
export const ashbyPages: readonly HostPages[] = [
  {
    site: 'https://app.ashbyhq.com',
    path: /\/candidates\/([\da-f-]{36})(?:\/|$)/,
    shows: (id) => ({ person: personIdOf(id) }),
  },
];
