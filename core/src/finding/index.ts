/** Finding a person in texts. */
export type { CutText, Finder, FinderFor, Finding } from './finder.ts';
export type { Doubt, Evidence, How, Why } from './why.ts';
export { finderFor } from './finder-for.ts';
export { weakIdentifiers } from './matching/weak-identifiers.ts';
export type { WeakIdentifier } from './matching/weak-identifiers.ts';
