/*
 * The components of UI Kit that the screens use, with the props UI Kit documents for them
 * (https://developer.atlassian.com/platform/forge/ui-kit/components/). `@forge/react` asks this package for a `T…` for each of
 * its components and puts its own element in. A component that is not here has no type: a test lets the screens import no other.
 */
export type * from './fields.d.ts';
export type * from './layout.d.ts';
export type * from './tables.d.ts';
export type * from './texts.d.ts';
