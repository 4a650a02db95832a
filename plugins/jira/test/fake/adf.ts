import { isObject } from './answer.ts';

/** Nodes that may stand in a document. */
const nodes = new Set([
  ...['blockquote', 'bulletList', 'codeBlock', 'date', 'decisionItem', 'decisionList', 'emoji', 'expand'],
  ...['hardBreak', 'heading', 'inlineCard', 'blockCard', 'embedCard', 'listItem', 'media', 'mediaGroup'],
  ...['mediaSingle', 'mediaInline', 'mention', 'nestedExpand', 'orderedList', 'panel', 'paragraph', 'placeholder'],
  ...['rule', 'status', 'table', 'tableCell', 'tableHeader', 'tableRow', 'taskItem', 'taskList', 'text'],
]);

/** One node of a document. */
export interface Node {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly Node[];
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
}

/** A document. */
export interface Doc extends Node {
  readonly type: 'doc';
  readonly version: 1;
  readonly content: readonly Node[];
}

/** Whether Jira takes this as a document. */
export function isDocument(value: unknown): value is Doc {
  return isObject(value) && value.type === 'doc' && value.version === 1 && isContent(value.content);
}

function isContent(value: unknown): boolean {
  return Array.isArray(value) && value.every(isNode);
}

function isNode(value: unknown): value is Node {
  if (!isObject(value) || typeof value.type !== 'string' || !nodes.has(value.type)) return false;
  if (value.marks !== undefined && !(Array.isArray(value.marks) && value.marks.every(isMark))) return false;
  if (value.attrs !== undefined && !isObject(value.attrs)) return false;
  // A text node without text makes the whole document invalid.
  if (value.type === 'text') return typeof value.text === 'string' && value.text !== '' && value.content === undefined;
  if (value.type === 'mention' && !(isObject(value.attrs) && typeof value.attrs.id === 'string')) return false;
  return value.content === undefined || isContent(value.content);
}

function isMark(value: unknown): boolean {
  return isObject(value) && typeof value.type === 'string';
}

/** Whether nothing can be seen in a document. */
export function isBlank(doc: Doc): boolean {
  return textIn(doc).trim() === '';
}

/** A document with one paragraph a line. */
export function docOf(text: string): Doc {
  const paragraphs = text.split('\n').map((line): Node => {
    return { type: 'paragraph', content: line === '' ? [] : [{ type: 'text', text: line }] };
  });
  return { type: 'doc', version: 1, content: text === '' ? [] : paragraphs };
}

const blocks = new Set(['paragraph', 'heading', 'listItem', 'tableRow', 'codeBlock', 'blockquote', 'taskItem', 'rule']);

/** What a document says, as the changelog, mails and the index write it. */
export function textIn(node: Node): string {
  const attr = (name: string): string => {
    const value = node.attrs?.[name];
    return typeof value === 'string' ? value : '';
  };
  switch (node.type) {
    case 'text':
      return linked(node);
    case 'mention':
      return `[~accountid:${attr('id')}] ${attr('text')}`;
    case 'hardBreak':
      return '\n';
    case 'inlineCard':
    case 'blockCard':
    case 'embedCard':
      return attr('url');
    case 'media':
    case 'mediaInline':
      return attr('alt') === '' ? '!media!' : `!${attr('alt')}!`;
    case 'emoji':
    case 'status':
      return attr('text') || attr('shortName');
    default: {
      const inside = (node.content ?? []).map(textIn).join('');
      return blocks.has(node.type) ? `${inside}\n` : inside;
    }
  }
}

function linked({ text = '', marks = [] }: Node): string {
  const href = marks.find(({ type }) => type === 'link')?.attrs?.href;
  return typeof href === 'string' ? `[${text}|${href}]` : text;
}

/** The text of a document without the ends of its lines; `null` where there is no document. */
export function writtenOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return isDocument(value) ? textIn(value).trimEnd() : null;
}
