import type { Cannot } from '@lethe/core';

/** Whole accounts and tickets, which RT could delete and this plugin does not: reports count by them. */

const instead = 'Remove it with rt-shredder, if nobody is to count it any more.';
const source = 'https://docs.bestpractical.com/rt/5.0.3/rt-shredder.html';

/** The account itself. */
export const keptAccount: Cannot = {
  can: 'nothing',
  because: 'The account stays, as Anonymized: what it opened and wrote is counted by it.',
  instead,
  source,
};

/** The ticket itself. */
export const keptTicket: Cannot = {
  can: 'nothing',
  because: 'The ticket stays, as reports count it.',
  instead,
  source,
};

/** RT keeps no pictures. */
export const noPictures: Cannot = {
  can: 'nothing',
  because: 'Request Tracker keeps no pictures of people; Gravatar finds them by the address.',
  source: 'https://docs.bestpractical.com/rt/5.0.3/RT_Config.html',
};
