/** Pages of the vendor and sentences that several abilities share. */

/** The reference of Jira's own calls. */
export const reference = 'https://developer.atlassian.com/cloud/jira/platform/rest/v3';

/** The reference of calls about customers' accounts. */
export const customers = 'https://developer.atlassian.com/cloud/customer-service-management/rest/v1/intro/';

/** A page of the product's documentation. */
export function documentation(page: string): string {
  return `https://support.atlassian.com/${page}/`;
}

/** What is left of a value that a field held. */
export const changelogKeepsIt =
  "The issue's history keeps the old value, which nobody can change; only deleting the issue removes it.";
