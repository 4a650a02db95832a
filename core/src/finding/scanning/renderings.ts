import { escapeAt } from '../reading/entities.ts';
import { inlineTags } from '../reading/html-vocabulary.ts';
import type { TextForm } from '../text-form.ts';

/** What only the slow way reads: words in mail headers, backslashes, bytes of longer characters, line ends in mail, and what is no text in HTML. */
const HARD = /=\?|\\|[%=][89A-Fa-f][\dA-Fa-f]|=\r?\n/;
const HIDDEN = /<(?:!|style|script)/i;

const ENTITY = /&(?:#\d{1,10};?|#[xX][\da-fA-F]{1,8};?|[A-Za-z]{2,8};)/g;
const PERCENT = /%([0-7][\dA-Fa-f])/g;
const QUOTED = /=([0-7][\dA-Fa-f])/g;
const NAME = /\/?([A-Za-z][A-Za-z\d]*)/y;

/**
 * The texts a reader may see in a text with markup and escapes, without places in the source: quick to make, to tell whether the
 * source as it stands shows the same. Nothing where only the slow way can tell.
 */
export function renderings(text: string, form: TextForm, hasEscapes: boolean): readonly string[] | undefined {
  if (form !== 'plain' && form !== 'html' && form !== 'adf') return undefined;
  if (hasEscapes && HARD.test(text)) return undefined;
  if (form === 'html' && HIDDEN.test(text)) return undefined;
  const seen = form === 'html' ? withoutTags(text) : form === 'adf' ? textOfAdf(text) : text;
  if (seen === undefined) return undefined;
  if (!hasEscapes) return seen === text ? [] : [seen];
  const decoded = seen.includes('&') ? seen.replace(ENTITY, character) : seen;
  const all = [decoded, decoded.replace(PERCENT, byte), decoded.replace(QUOTED, byte)];
  return [...new Set(all)].filter((one) => one !== text);
}

/** Tags between words as spaces, tags within words as nothing; undefined where a quoted value may hold the sign that ends a tag. */
function withoutTags(text: string): string | undefined {
  let shown = '';
  let at = 0;
  for (let open = text.indexOf('<'); open !== -1; open = text.indexOf('<', at)) {
    const close = text.indexOf('>', open);
    if (close === -1) break;
    NAME.lastIndex = open + 1;
    const name = NAME.exec(text)?.[1]?.toLowerCase();
    if (name !== undefined && !closesQuotes(text, open, close)) return undefined;
    const end = name === undefined ? open + 1 : close + 1;
    shown += text.slice(at, name === undefined ? end : open);
    if (name !== undefined && !inlineTags.has(name)) shown += ' ';
    at = end;
  }
  return shown + text.slice(at);
}

function closesQuotes(text: string, from: number, to: number): boolean {
  let open = 0;
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) open ^= 1;
    else if (unit === 0x27) open ^= 2;
  }
  return open === 0;
}

function character(escape: string): string {
  const read = escapeAt(escape, 0);
  return read === undefined ? escape : String.fromCodePoint(read.char) + escape.slice(read.length);
}

function byte(_: string, hex: string): string {
  return String.fromCharCode(parseInt(hex, 16));
}

/** The text nodes of an Atlassian document in a row, where nothing but marks parts them. */
function textOfAdf(text: string): string | undefined {
  try {
    const parts: string[] = [];
    addText(JSON.parse(text), parts);
    return parts.join('');
  } catch {
    return undefined;
  }
}

function addText(node: unknown, parts: string[]): void {
  if (Array.isArray(node)) for (const one of node) addText(one, parts);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  if ('text' in node && typeof node.text === 'string') parts.push(node.text);
  else parts.push(' ');
  if ('content' in node) addText(node.content, parts);
}
