import { accounting } from './accounting.ts';
import { bystanders } from './bystanders.ts';
import { everybody } from './everybody.ts';
import { faults } from './faults.ts';
import { grouping } from './grouping.ts';
import { inability } from './inability.ts';
import type { Law } from './law.ts';
import { noSecretLeft } from './no-secret-left.ts';
import { repetition } from './repetition.ts';
import { resumption } from './resumption.ts';
import { silence } from './silence.ts';
import { staleness } from './staleness.ts';
import { tallies } from './tallies.ts';

/** The twelve laws, in order. */
export const laws: readonly Law[] = [
  accounting,
  noSecretLeft,
  bystanders,
  tallies,
  repetition,
  resumption,
  staleness,
  inability,
  grouping,
  faults,
  silence,
  everybody,
];
