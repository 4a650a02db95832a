import type { Actor } from '@lethe/core';

/** Who operators are by now. */
export interface Operators {
  /** The operator with the groups of their last sign-in; nothing where there is none, or they may not sign in any more. */
  actor(id: string): Promise<Actor | undefined>;
}

/** Somebody of whom nothing is known: they have no right. */
export function nobody(id: string): Actor {
  return { id, groups: [], administrator: false };
}
