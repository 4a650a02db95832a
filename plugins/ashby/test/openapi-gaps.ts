/** What the file says and is of two minds about; each is passed over where it is met. */
export const knownFaults: readonly { readonly at: string; readonly says: RegExp; readonly why: string }[] = [];

/** What the file cannot tell us, as whoever relies on the comparison should know. */
export const blindSpots: readonly string[] = [
  'what candidate.anonymize takes: it answers a candidate, whatever is left in it',
  'custom fields: every text is a fit value, also for a day or a choice',
  'whether an empty text clears a custom field',
  'the words of refusals: any word is as described, and their status is prose',
  'requests that were refused: they may be faulty on purpose',
];
