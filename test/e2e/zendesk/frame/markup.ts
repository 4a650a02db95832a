/** Text as HTML shows it. */
export function shown(text: string | null | undefined): string {
  const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return (text ?? '').replace(/[&<>"]/gu, (sign) => escapes[sign] ?? sign);
}

/** Pieces of HTML one after the other. */
export function each<T>(items: readonly T[], markup: (item: T) => string): string {
  return items.map(markup).join('\n');
}
