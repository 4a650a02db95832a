import type { Jira } from './jira.ts';
import type { History } from './records.ts';
import { accountShape } from './user-shape.ts';

/** An entry of the changelog. */
export function historyShape(jira: Jira, base: string, history: History): Readonly<Record<string, unknown>> {
  const { id, author, created, items, metadata } = history;
  const time = jira.site.changelogTimes === 'epoch' ? Date.parse(created) : created;
  return {
    id: String(id),
    author: accountShape(jira, base, author),
    created: time,
    items,
    ...(metadata === null ? {} : { historyMetadata: metadata }),
  };
}
