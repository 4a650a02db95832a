import { inlineTags } from '../finding/reading/html-vocabulary.ts';
import type { TextForm } from '../finding/text-form.ts';

declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/** What a body shows: texts that hold all words that follow each other in any string of it, or that it may hide some. */
export type Shown = readonly string[] | 'hides';

const JSON_ESCAPE = /\\(?:u[\dA-Fa-f]{4}|[^u])/g;
const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const TAG = /<[^<>]*>/g;
const INLINE = [...inlineTags].join('|');
/** A tag within a word; one with a sign of tags in it, or with an odd quote; what is no text. */
const SPLIT = new RegExp(String.raw`[\p{L}\p{M}\p{N}](?:</?(?:${INLINE})(?:[\s/][^<>]*)?>)+[\p{L}\p{M}\p{N}]`, 'iu');
const TANGLED = /<[A-Za-z/][^<>]*<|<[!?]|<(?:style|script)/i;
const INNOCENT = /&(?:nbsp|amp|lt|gt|quot);/g;
const ENTITY = /&(?:#|[A-Za-z]{2,8};)/;
/** Names of members and kinds of nodes with a capital within: in a text they would be taken for words written together. */
const CAMEL =
  /"[a-z]+(?:[A-Z][a-z\d]*)+"\s*:|"type"\s*:\s*"(?:hardBreak|(?:bullet|ordered|task|decision)List|(?:list|task|decision)Item|codeBlock|table(?:Row|Cell|Header)|media(?:Single|Group)|(?:inline|block|embed)Card|nestedExpand)"/g;
/** Letters as escapes: nobody writes them so but to hide something. */
const ESCAPED_LETTER = /\\u00[4-7]/;
/** A text of a document's node. */
const NODE = /"text"\s*:\s*"((?:[^"\\]|\\.)*)"/g;
const LINK = /\]\(|[\p{L}\p{N}][*~`[\]]+[\p{L}\p{N}]/u;

/** What the strings of a JSON body show, whichever of the forms each has; nothing is parsed. */
export function shownIn(bytes: Uint8Array, forms: ReadonlySet<TextForm>): Shown {
  const raw = new TextDecoder().decode(bytes).replace(CAMEL, ' ');
  if (ESCAPED_LETTER.test(raw)) return 'hides';
  const text = unescaped(raw);
  // In wiki markup any brace may be one; a backslash that is left may hide anything.
  if (forms.has('wiki') || text.includes('\\')) return 'hides';
  if (forms.has('markdown') && LINK.test(text)) return 'hides';
  const html = withoutTags(text);
  const nodes = forms.has('adf') ? textOfNodes(raw) : '';
  if (html === undefined || nodes === undefined) return 'hides';
  return [text, html, nodes].filter((one, at, all) => one !== '' && all.indexOf(one) === at);
}

function unescaped(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(JSON_ESCAPE, (escape) => {
    const letter = escape.charAt(1);
    return letter === 'u' ? String.fromCharCode(parseInt(escape.slice(2), 16)) : (LETTERS[letter] ?? letter);
  });
}

/** As a reader sees it, with a space for each tag. Entities are read in every form. */
function withoutTags(text: string): string | undefined {
  const plain = text.includes('&') ? text.replace(INNOCENT, ' ') : text;
  if (plain.includes('&') && ENTITY.test(plain)) return undefined;
  if (!plain.includes('<')) return plain;
  if (TANGLED.test(plain) || SPLIT.test(plain)) return undefined;
  return (plain.match(TAG) ?? []).some(hasOddQuotes) ? undefined : plain.replace(TAG, ' ');
}

function hasOddQuotes(tag: string): boolean {
  return count(tag, '"') % 2 !== 0 || count(tag, "'") % 2 !== 0;
}

/** The texts of a document one after the other; nothing where two may make one word or one address: no space parts them. */
function textOfNodes(raw: string): string | undefined {
  const texts = Array.from(raw.matchAll(NODE), ([, text = '']) => unescaped(text));
  const isOne = texts.some((text, at) => /\S$/u.test(text) && /^\S/u.test(texts[at + 1] ?? ''));
  return isOne ? undefined : texts.join(' ');
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
