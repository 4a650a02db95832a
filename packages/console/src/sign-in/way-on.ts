/** Where to go on after a sign-in: a page of ours that was asked for, else the first one. */
export function wayOn(search: string): string {
  const asked = new URLSearchParams(search).get('then') ?? '/';
  // Only a path of this server: no address of another one may be put here by whoever made the link.
  return /^\/(?:[a-z][\w/:.-]*)?$/iu.test(asked) ? asked : '/';
}

/** The code a link carries behind its #, which browsers send to nobody. */
export function codeIn(fragment: string): string {
  return new URLSearchParams(fragment.replace(/^#/u, '')).get('code') ?? '';
}
