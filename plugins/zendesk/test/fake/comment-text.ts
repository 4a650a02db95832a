import { attribute, decoded, escaped, tokensOf } from './html-tokens.ts';

const blocks = new Set(['p', 'div', 'li', 'tr', 'blockquote', 'ul', 'ol', 'h1', 'h2', 'h3', 'pre', 'table']);

/** What Zendesk makes of a text without markup. */
export function htmlOf(text: string): string {
  return `<div class="zd-comment" dir="auto">${escaped(text).replaceAll('\n', '<br>')}</div>`;
}

/** Zendesk's `plain_body`: what a reader sees, in lines. */
export function plainOf(html: string): string {
  return tidied(tokensOf(html).map((token) => (token.tag === undefined ? decoded(textIn(token.raw)) : breakAt(token))));
}

/** Zendesk's `body`: the same with links and pictures as Markdown writes them, addresses included. */
export function bodyOf(html: string): string {
  const open: string[] = [];
  const written = tokensOf(html).map((token) => {
    if (token.tag === undefined) return decoded(textIn(token.raw));
    if (token.tag === 'img') return `![](${attribute(token, 'src')})`;
    if (token.tag !== 'a') return breakAt(token);
    if (token.closes) return `](${open.pop() ?? ''})`;
    open.push(attribute(token, 'href'));
    return '[';
  });
  return tidied(written);
}

function breakAt({ tag = '', closes }: { readonly tag?: string; readonly closes: boolean }): string {
  return tag === 'br' || (closes && blocks.has(tag)) ? '\n' : '';
}

function textIn(raw: string): string {
  return raw.startsWith('<!--') ? '' : raw;
}

function tidied(parts: readonly string[]): string {
  return parts
    .join('')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
