/** People who were erased, recognized should they come back. */
export type { Hit, ReturnPlace } from './hits.ts';
export type { Look, LookEnding, Looks } from './looks.ts';
export type { Returned, ReturnDecision, Returns } from './returns.ts';
export type { Recognizable, Suppressed, Suppression } from './suppression.ts';
