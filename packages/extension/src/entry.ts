import type { Answer, Standing } from './messages.ts';

/** An entry as it is drawn, whether in a menu of the host or on a button of ours. */
export interface Entry {
  readonly title: string;
  /** Why it cannot be chosen now, for people. */
  readonly because?: string;
  readonly choose: () => void;
}

/** What of a page's answer is said, and whether the entry is there at all. */
export interface Said {
  readonly isThere: boolean;
  /** The key of a text. */
  readonly because?: string;
  /** The key of a text at the top of the page. */
  readonly banner?: string;
}

/** What stands in the way and ends when something is done in the host. The others are told in the review. */
const reasons: Partial<Readonly<Record<Standing, string>>> = {
  'case-open': 'becauseOpen',
  hired: 'becauseHired',
  lead: 'becauseLead',
  active: 'becauseActive',
};

/**
 * What a page says. Whoever may not anonymize sees nothing of it; whoever is not signed in, or where the server does not answer, sees
 * the entry, which leads to where that is mended.
 */
export function saidOf(answer: Answer): Said {
  if (answer.state === 'nobody') return { isThere: false };
  if (answer.state !== 'shown') return { isThere: true };
  const because = reasons[answer.standing];
  const isDue = answer.due.includes('consent-ended');
  return {
    isThere: true,
    ...(because === undefined ? {} : { because }),
    ...(isDue ? { banner: 'consentEnded' } : {}),
  };
}
