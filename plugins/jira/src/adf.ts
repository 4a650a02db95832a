import { Personal } from '@lethe/core';
import type { TextContent } from '@lethe/core';
import { z } from 'zod';

/**
 * Texts as Jira gives them: Atlassian documents, or plain where a field has one line only.
 * https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */

/** A document, as it is written. */
export interface AdfDocument {
  readonly type: 'doc';
  readonly version: 1;
  readonly content: readonly unknown[];
}

const nodeSchema = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  attrs: z.looseObject({}).nullish(),
  content: z.array(z.unknown()).nullish(),
  marks: z.array(z.unknown()).nullish(),
});
type Node = z.output<typeof nodeSchema>;

/** A text, whichever way Jira writes it; anything else is unreadable. */
export const richText = z.union([z.string(), nodeSchema]).nullish().transform(contentIn);

function contentIn(written: string | Node | null | undefined): TextContent {
  if (written == null) return nothing;
  if (typeof written === 'string') return { form: 'plain', text: Personal.of(written) };
  if (isWordless(written)) return nothing;
  const line = onlyLineIn(written);
  if (line !== undefined) return { form: 'plain', text: Personal.of(line) };
  // The same document may come with its parts in another order: then it was not edited.
  return { form: 'adf', text: Personal.of(JSON.stringify(written, inOrder)) };
}

function inOrder(_key: string, value: unknown): unknown {
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const nothing: TextContent = { form: 'plain', text: Personal.blank };

/** Nodes that only hold others, or draw a line. What has a name here may still have a title. */
const bare = new Set([
  ...['doc', 'paragraph', 'heading', 'blockquote', 'panel', 'rule', 'hardBreak', 'codeBlock'],
  ...['bulletList', 'orderedList', 'listItem', 'taskList', 'taskItem', 'decisionList', 'decisionItem'],
  ...['table', 'tableRow', 'tableHeader', 'tableCell', 'layoutSection', 'layoutColumn', 'expand', 'nestedExpand'],
]);

/** Whether there is nothing to read in a node, no picture, no card and nobody mentioned. What we do not know counts as words. */
function isWordless(written: unknown): boolean {
  const { data: node } = nodeSchema.safeParse(written);
  if (node === undefined) return false;
  if (node.type === 'text') return (node.text ?? '').trim() === '' && (node.marks ?? []).length === 0;
  const title = node.attrs?.['title'];
  if (!bare.has(node.type) || (typeof title === 'string' && title.trim() !== '')) return false;
  return (node.content ?? []).every(isWordless);
}

/** The line of a document that is but one paragraph with a line of plain words. */
function onlyLineIn({ type, content }: Node): string | undefined {
  if (type !== 'doc') return undefined;
  const paragraph = only(content);
  if (paragraph?.type !== 'paragraph') return undefined;
  const line = only(paragraph.content);
  return line?.type === 'text' && (line.marks ?? []).length === 0 ? line.text : undefined;
}

function only(content: Node['content']): Node | undefined {
  return content?.length === 1 ? nodeSchema.safeParse(content[0]).data : undefined;
}
