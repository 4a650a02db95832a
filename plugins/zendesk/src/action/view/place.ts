import type { PersonId } from '@lethe/core';

/** What a modal was opened to show. */
export type Shown = { readonly person: PersonId } | { readonly run: string };

/** Where in Zendesk this page is, and what it is to show there. */
export type Place =
  | { readonly at: 'user' }
  | { readonly at: 'ticket' }
  | { readonly at: 'nav' }
  | { readonly at: 'modal'; readonly shown: Shown | undefined };

/** The place for a location of the apps framework and the part of the address after the `#`. */
export function placeOf(location: string, hash: string): Place {
  switch (location) {
    case 'user_sidebar':
      return { at: 'user' };
    case 'modal':
      return { at: 'modal', shown: shownIn(hash) };
    case 'nav_bar':
      return { at: 'nav' };
    default:
      return { at: 'ticket' };
  }
}

/** The page of a modal that shows something. Ids alone go into the address, never a name. */
export function modalUrl(shown: Shown): string {
  const query = 'person' in shown ? { person: shown.person } : { run: shown.run };
  return `assets/iframe.html#${new URLSearchParams(query).toString()}`;
}

function shownIn(hash: string): Shown | undefined {
  const query = new URLSearchParams(hash.replace(/^#/u, ''));
  const run = query.get('run');
  if (run !== null && run !== '') return { run };
  const person = query.get('person');
  return person === null || person === '' ? undefined : { person: person as PersonId };
}
