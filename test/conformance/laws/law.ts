import type { Testbed } from '@lethe/core/testing';

/** A law every host obeys. `check` throws where a host breaks it. */
export interface Law {
  readonly number: number;
  readonly says: string;
  check(testbed: Testbed): Promise<void>;
}
