import { characters, isVoid, tokensOf } from './html-tokens.ts';
import type { Token } from './html-tokens.ts';

/** What stands in place of a redacted character. */
export const block = '▇';

const marks = /<\/?redact>/g;
const flag = /("[^"]*"|'[^']*')|\sredact(?=[\s/>])/g;

/** A body as it was before somebody marked it: without `<redact>` and without the attribute `redact`. */
export function unmarked(html: string): string {
  return tokensOf(html.replaceAll(marks, ''))
    .map((token) => (token.tag === undefined ? token.raw : unflagged(token.raw)))
    .join('');
}

/** The body with what is marked taken out; undefined where the marks do not pair up. */
export function redacted(marked: string): string | undefined {
  const open: { readonly tag: string; readonly killed: boolean }[] = [];
  let depth = 0;
  const parts: string[] = [];
  for (const token of tokensOf(marked)) {
    if (token.tag === 'redact') {
      depth += token.closes ? -1 : 1;
      if (depth < 0) return undefined;
    } else parts.push(token.tag === undefined ? textOf(token, depth) : tagOf(token, open));
  }
  return depth === 0 ? parts.join('') : undefined;
}

/** Every visible character of a text is one block; lines stay lines. */
export function blocked(text: string): string {
  return text.replaceAll(characters, (one) => (one === '\n' || one === '\r' ? one : block));
}

function textOf({ raw }: Token, depth: number): string {
  if (depth === 0) return raw;
  return raw.startsWith('<!--') ? '' : blocked(raw);
}

function tagOf(token: Token, open: { readonly tag: string; readonly killed: boolean }[]): string {
  const { raw, tag = '', closes } = token;
  if (closes) {
    const at = open.findLastIndex((one) => one.tag === tag);
    const [own] = at < 0 ? [] : open.splice(at);
    return own?.killed === true ? '' : raw;
  }
  const killed = unflagged(raw) !== raw;
  if (!isVoid(token)) open.push({ tag, killed });
  return killed ? '' : raw;
}

function unflagged(tag: string): string {
  return tag.replaceAll(flag, (_, quoted: string | undefined) => quoted ?? '');
}
