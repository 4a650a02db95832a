import { z } from 'zod';
import { methodOf } from '../http-port.ts';
import type { Call } from '../http-port.ts';
import { isRead } from './reading-endpoints.ts';

const ids = z.array(z.union([z.string(), z.number()]).transform(String));
const bodies = z.union([
  z.object({ selectedIssueIdsOrKeys: ids }).transform(({ selectedIssueIdsOrKeys: some }) => some),
  z.object({ entitiesIds: ids }).transform(({ entitiesIds: some }) => some),
  z
    .object({ redactions: z.array(z.object({ contentItem: z.object({ id: z.string() }) })) })
    .transform(({ redactions }) => redactions.map(({ contentItem }) => contentItem.id)),
]);

/**
 * The issues a call writes to: the one its path or its parameters name (a file's path names none: whoever removes it adds `issue`), or those its
 * body names. Whether a call for many counts for each of them is not documented; to be careful it does.
 */
export function writtenIssues(call: Call): readonly string[] {
  if (isRead(call.endpoint)) return [];
  const issue = call.params?.['issue'];
  if (issue !== undefined) return [issue];
  const parsed = methodOf(call) === 'POST' ? bodies.safeParse(call.body) : undefined;
  return parsed?.success === true ? [...new Set(parsed.data)] : [];
}
