import { createHash } from 'node:crypto';
import { isObject } from './answer.ts';
import { indexIssue } from './indexing.ts';
import type { Jira } from './jira.ts';
import type { HistoryItem, Issue, Redaction } from './records.ts';

/** What Jira puts in place of each character. */
const bar = '█';

/** Puts bars over a text where it stands, and in the recent history of its field. Answers why not, or `null`. */
export function redactedBy(jira: Jira, by: string, redaction: Redaction): string | null {
  const { contentItem, redactionPosition } = redaction;
  const issue = jira.issues.find(Number(contentItem.id));
  if (issue === undefined) return 'The issue does not exist.';
  const store = storeOf(jira, issue, { by, kind: contentItem.entityType, id: contentItem.entityId });
  if (store === undefined) return 'There is no such content.';
  const covered = coveredAt(store.content, redactionPosition);
  if (covered === undefined) return 'The expected text is not there.';
  store.write(covered.content);
  if (contentItem.entityType === 'issuefieldvalue')
    redactHistory(jira, issue, { fieldId: contentItem.entityId, text: covered.text });
  indexIssue(jira, issue.id);
  return null;
}

interface Store {
  readonly content: unknown;
  write(content: unknown): void;
}

function storeOf(jira: Jira, issue: Issue, asked: { by: string; kind: string; id: string }): Store | undefined {
  const { kind, id } = asked;
  if (kind === 'issuefieldvalue') {
    const write = (value: unknown): unknown =>
      jira.issues.update(issue.id, { values: { ...jira.issues.get(issue.id).values, [id]: value } });
    return { content: issue.values[id], write };
  }
  if (kind === 'issue-comment') {
    const comment = jira.comments.having('issue', issue.id).find((one) => String(one.id) === id);
    return comment && { content: comment.body, write: (body) => jira.comments.update(comment.id, { body }) };
  }
  const worklog = jira.worklogs.having('issue', issue.id).find((one) => String(one.id) === id);
  return worklog && { content: worklog.comment, write: (comment) => jira.worklogs.update(worklog.id, { comment }) };
}

type Position = Redaction['redactionPosition'];

/** Plain texts are covered as they are; in a document the pointer leads to one text, and what goes beyond it is refused. */
function coveredAt(
  content: unknown,
  position: Position,
): { readonly content: unknown; readonly text: string } | undefined {
  if (typeof content === 'string') {
    const covered = coveredText(content, position);
    return covered && { content: covered.after, text: covered.text };
  }
  const path = position.adfPointer?.split('/').slice(1);
  if (path === undefined || path.at(-1) !== 'text') return undefined;
  const node = path.reduce<unknown>((one, name) => childOf(one, name), content);
  const covered = typeof node === 'string' ? coveredText(node, position) : undefined;
  return covered && { content: withAt(content, path, covered.after), text: covered.text };
}

function coveredText(
  text: string,
  { from, to, expectedText }: Position,
): { readonly after: string; readonly text: string } | undefined {
  const part = text.slice(from, to);
  if (from < 0 || to > text.length || part === '' || digestOf(part) !== expectedText) return undefined;
  return { after: text.slice(0, from) + bar.repeat(part.length) + text.slice(to), text: part };
}

/** Base64 of the hexadecimal SHA-256. */
export function digestOf(text: string): string {
  return Buffer.from(createHash('sha256').update(text).digest('hex')).toString('base64');
}

function childOf(one: unknown, name: string): unknown {
  if (Array.isArray(one)) return one[Number(name)];
  return isObject(one) ? one[name] : undefined;
}

function withAt(one: unknown, [name = '', ...rest]: readonly string[], value: unknown): unknown {
  const child = rest.length === 0 ? value : withAt(childOf(one, name), rest, value);
  if (Array.isArray(one)) return one.map((item: unknown, at) => (at === Number(name) ? child : item));
  return isObject(one) ? { ...one, [name]: child } : one;
}

/** Only what happened lately can be covered. */
function redactHistory(jira: Jira, issue: Issue, { fieldId, text }: { fieldId: string; text: string }): void {
  const since = jira.milliseconds() - jira.site.redactableDays * 86_400_000;
  const recent = jira.histories.having('issue', issue.id).filter(({ created }) => Date.parse(created) >= since);
  const cover = (value: string | null): string | null => value?.replaceAll(text, bar.repeat(text.length)) ?? null;
  for (const history of recent) {
    const items = history.items.map((item): HistoryItem =>
      item.fieldId === fieldId ? { ...item, fromString: cover(item.fromString), toString: cover(item.toString) } : item,
    );
    jira.histories.update(history.id, { items });
  }
}
