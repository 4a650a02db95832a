/** A path on the Jira site that shows what a JQL finds. */
export function searchHref(jql: string): string {
  return `/issues/?jql=${encodeURIComponent(jql)}`;
}

/** A path on the Jira site that shows an issue. */
export function issueHref(key: string): string {
  return `/browse/${encodeURIComponent(key)}`;
}

/** The key of an issue in a label such as "comment 3 on issue HELP-42". */
export function keyIn(label: string): string | undefined {
  return /\b[A-Z][A-Z0-9_]+-[0-9]+\b/u.exec(label)?.[0];
}
