import type { FlowState } from '@lethe/review';

/** One of the states a review can be in. */
export type At<Name extends FlowState['at']> = Extract<FlowState, { readonly at: Name }>;
