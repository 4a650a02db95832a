import type { components } from '../api/schema.ts';

/** Something that stands in the way. */
export type Obstacle = components['schemas']['Obstacle'];
