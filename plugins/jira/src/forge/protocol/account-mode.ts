/** What becomes of a customer's account: deleted in the end, or kept without name, details and access. */
export const accountModes = ['erase', 'keep-shell'] as const;
/** One of them. */
export type AccountMode = (typeof accountModes)[number];
