/** The only door of core. */
export * from './errors.ts';
export * from './host.ts';
export * from './identifiers.ts';
export * from './journal.ts';
export * from './ledger-entry.ts';
export * from './outcome.ts';
export * from './personal.ts';
export type * from './finding/finder.ts';
