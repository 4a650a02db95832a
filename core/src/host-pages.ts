import type { DossierId, PersonId } from './host.ts';

/** Where a host's own screen shows one person or one case, for a browser extension that puts its entry there. */
export interface HostPages {
  /** `https://hire.acme.test`, or `https://*.acme.test` for any name right below. */
  readonly site: string;
  /** Its first group is the id as the host writes it. */
  readonly path: RegExp;
  readonly shows: (id: string) => ShownOnPage;
}

/** Whom or what a page shows. */
export type ShownOnPage = { readonly person: PersonId } | { readonly dossier: DossierId };

/** An address as `URL` takes it apart. */
export interface PageAddress {
  readonly origin: string;
  readonly pathname: string;
}

/** Whom or what an address shows, by the address alone; nothing for other pages. */
export function shownAt(pages: readonly HostPages[], { origin, pathname }: PageAddress): ShownOnPage | undefined {
  for (const { site, path, shows } of pages) {
    const id = isOnSite(origin, site) ? path.exec(pathname)?.[1] : undefined;
    if (id !== undefined) return shows(id);
  }
  return undefined;
}

function isOnSite(origin: string, site: string): boolean {
  const [before = '', after] = site.split('*');
  if (after === undefined) return origin === site;
  const label = origin.slice(before.length, origin.length - after.length);
  return origin === `${before}${label}${after}` && /^[a-z\d-]+$/.test(label);
}
