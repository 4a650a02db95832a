/** A tag, with what stands in its brackets, or a stretch of text. */
export interface Token {
  readonly raw: string;
  /** In lower case, without a slash; missing where it is text. */
  readonly tag?: string;
  readonly closes: boolean;
}

const parts = /<!--[\s\S]*?-->|<\/?[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>|[^<]+|</gi;
const voids = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'wbr', 'col']);
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** One character as HTML writes it: an entity or itself. */
export const characters = /&(?:#\d+|#x[\da-f]+|[a-z]+);|[\s\S]/giu;

export function tokensOf(html: string): Token[] {
  return [...html.matchAll(parts)].map(([raw]) => {
    const [, slash = '', name] = /^<(\/?)([a-z][\w-]*)/i.exec(raw) ?? [];
    return { raw, closes: slash === '/', ...(name === undefined ? {} : { tag: name.toLowerCase() }) };
  });
}

export function isVoid({ tag = '', raw }: Token): boolean {
  return voids.has(tag) || raw.endsWith('/>');
}

export function decoded(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (all: string, ...found: (string | undefined)[]) => {
    const [decimal, hex, name] = found;
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return named[name ?? ''] ?? all;
  });
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The value of an attribute, decoded; empty where it has none. */
export function attribute({ raw }: Token, name: string): string {
  const [, double, single, bare] =
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(raw) ?? [];
  return decoded(double ?? single ?? bare ?? '');
}
