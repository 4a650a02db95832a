/** So many pages are asked about at most: whoever ticks more searches for them. */
export const MOST = 200;

/** The addresses of a host's pages that stand behind `#`, each once, as the browser extension writes them. */
export function addressesIn(fragment: string): readonly string[] {
  const parts = fragment.replace(/^#/u, '').split(',');
  const read = parts.flatMap((part) => decoded(part) ?? []);
  return [...new Set(read.filter((address) => URL.canParse(address) && /^https?:/u.test(address)))].slice(0, MOST);
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
