import { view } from '@forge/bridge';

const issue = /^(?:[A-Za-z][A-Za-z0-9_]{0,30}-)?[0-9]{1,18}$/u;
/** Names under which Jira may say what is selected; which it is, is not documented. */
const lists = ['selectedIssues', 'selectedIssueKeys', 'selectedIssueIds', 'issueKeys', 'issueIds', 'issues'] as const;

/** Keys or ids of the issues the page was opened for, each once; none where Jira does not say. */
export async function selectedIssues(): Promise<readonly string[]> {
  try {
    return issuesIn((await view.getContext()).extension);
  } catch {
    return [];
  }
}

/** Keys or ids of issues in what Jira says of the place a page was opened in. */
export function issuesIn(extension: unknown): readonly string[] {
  const places = [extension, field(extension, 'issueNavigator'), field(extension, 'selection')];
  const found = places.flatMap((place) => lists.flatMap((name) => listed(field(place, name))));
  return [...new Set(found)];
}

/** Keys or ids of issues in what somebody typed, each once. */
export function issuesTyped(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,;]+/u).flatMap((word) => asIssue(word.toUpperCase())))];
}

function listed(list: unknown): readonly string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown) => asIssue(entry, field(entry, 'key'), field(entry, 'id')));
}

function asIssue(...spellings: readonly unknown[]): readonly string[] {
  const texts = spellings.map((one) => (typeof one === 'number' ? String(one) : one));
  const known = texts.find((text) => typeof text === 'string' && issue.test(text));
  return typeof known === 'string' ? [known] : [];
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined;
}
