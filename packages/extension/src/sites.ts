/** Where the screens of recruiting tools show somebody. The same as the plugins say; a test compares. */
export interface Site {
  readonly site: string;
  readonly path: RegExp;
}

/** All there are. */
export const sites: readonly Site[] = [
  { site: 'https://hire.lever.co', path: /^\/candidates\/([\da-f-]{36})(?:\/|$)/ },
  { site: 'https://*.greenhouse.io', path: /^\/people\/(\d{1,20})(?:\/|$)/ },
  { site: 'https://app.ashbyhq.com', path: /\/candidates\/([\da-f-]{36})(?:\/|$)/ },
];

/** As manifests name them. */
export const matches: readonly string[] = sites.map(({ site }) => `${site}/*`);

/**
 * The address of the page that shows somebody, without what else it says: site and path alone. Nothing for other pages. What is
 * seen on one site leads nowhere else: links to other sites are none of ours.
 */
export function recordAt(address: string, at: Pick<Location, 'origin'>): string | undefined {
  const url = URL.canParse(address, at.origin) ? new URL(address, at.origin) : undefined;
  if (url?.origin !== at.origin) return undefined;
  const isRecord = sites.some(({ path }) => path.test(url.pathname));
  return isRecord ? `${url.origin}${url.pathname}` : undefined;
}
