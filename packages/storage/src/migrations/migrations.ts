import type { Migration } from 'kysely';

import { up as foundation } from './m0001-foundation.ts';
import { up as calledOff } from './m0002-called-off.ts';
import { up as hostSecret } from './m0003-host-secret.ts';
import { up as durableRuns } from './m0004-durable-runs.ts';
import { up as signIn } from './m0005-sign-in.ts';
import { up as api } from './m0006-api.ts';
import { up as operations } from './m0007-operations.ts';
import { up as certificates } from './m0008-certificates.ts';
import { up as suppression } from './m0009-suppression.ts';
import { up as notices } from './m0010-notices.ts';
import { up as entry } from './m0011-entry.ts';

/** Every change of the tables, in the order of their names. A name that was released is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-foundation': { up: foundation },
  '0002-called-off': { up: calledOff },
  '0003-host-secret': { up: hostSecret },
  '0004-durable-runs': { up: durableRuns },
  '0005-sign-in': { up: signIn },
  '0006-api': { up: api },
  '0007-operations': { up: operations },
  '0008-certificates': { up: certificates },
  '0009-suppression': { up: suppression },
  '0010-notices': { up: notices },
  '0011-entry': { up: entry },
};
