/** Whose time has come: pure, over the facts a host's list of everybody gives. */
export * from './choice.ts';
export * from './due.ts';
