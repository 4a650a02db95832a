import type { Cannot } from '@lethe/core';

/** Whole accounts and issues, which Redmine could delete and this plugin does not: reports count by them. */

const wiki = 'https://www.redmine.org/projects/redmine/wiki/';
const instead = 'Delete it in Redmine, if nobody is to count it any more.';

/** The account itself. */
export const keptAccount: Cannot = {
  can: 'nothing',
  because: 'The account stays, as Anonymized: what it opened and wrote is counted by it.',
  instead,
  source: `${wiki}Rest_Users`,
};

/** The issue itself. */
export const keptIssue: Cannot = {
  can: 'nothing',
  because: 'The issue stays, as reports count it.',
  instead,
  source: `${wiki}Rest_Issues`,
};
