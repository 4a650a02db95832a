import type { PersonId, SpotId } from '@lethe/core';
import { personIdOf, spotIdOf } from './ids.ts';

/** Parts of an issue of which there is one. */
export const issueParts = ['summary', 'description', 'environment', 'csat', 'forms', 'changelog', 'unseen'] as const;
/** Lists of people on an issue, where somebody's place in the list is the spot. */
export const personLists = ['participants', 'watch'] as const;
/** What of an issue has a number of its own. */
const numbered = { c: 'comment', a: 'attachment', w: 'worklog' } as const;
/** Parts of an account of which there is one. */
export const accountParts = ['name', 'email', 'access', 'photo'] as const;

/** Where a spot is. Numbers are those of Jira, as text. Never personal. */
export type Place =
  | { readonly is: (typeof issueParts)[number]; readonly issue: string }
  /** A custom field that holds text. */
  | { readonly is: 'field'; readonly issue: string; readonly field: string }
  | { readonly is: (typeof personLists)[number]; readonly issue: string; readonly person: PersonId }
  /** A custom field that holds people. */
  | { readonly is: 'picker'; readonly issue: string; readonly field: string; readonly person: PersonId }
  | { readonly is: (typeof numbered)[keyof typeof numbered]; readonly issue: string; readonly number: string }
  /** The item at a position of an entry of the changelog. */
  | { readonly is: 'history'; readonly issue: string; readonly entry: string; readonly item: number }
  | { readonly is: (typeof accountParts)[number]; readonly person: PersonId }
  /** A detail of a customer's profile, by the name of its field. */
  | { readonly is: 'detail'; readonly person: PersonId; readonly name: string };

/** The id of a spot: the same for the same place for good. */
export function spotAt(place: Place): SpotId {
  switch (place.is) {
    case 'name':
    case 'email':
    case 'access':
    case 'photo':
      return spotIdOf(`u${place.person}/${place.is}`);
    case 'detail':
      return spotIdOf(`u${place.person}/detail.${encodeURIComponent(place.name)}`);
    default:
      return spotIdOf(`i${place.issue}/${partOf(place)}`);
  }
}

type OnIssue = Extract<Place, { readonly issue: string }>;

function partOf(place: OnIssue): string {
  switch (place.is) {
    case 'field':
      return `field.${place.field}`;
    case 'picker':
      return `picker.${place.field}.${place.person}`;
    case 'participants':
    case 'watch':
      return `${place.is}.${place.person}`;
    case 'comment':
    case 'attachment':
    case 'worklog':
      return `${place.is.charAt(0)}${place.number}`;
    case 'history':
      return `h${place.entry}.${place.item}`;
    default:
      return place.is;
  }
}

/** Where a spot is; nothing for an id that is not one of ours. */
export function placeOf(spot: SpotId): Place | undefined {
  const issue = /^i(\d+)\/(.+)$/s.exec(spot);
  if (issue !== null) return onIssue(issue[1] ?? '', issue[2] ?? '');
  const account = /^u([^/]+)\/(?:([a-z]+)|detail\.(.+))$/s.exec(spot);
  if (account === null) return undefined;
  const person = personIdOf(account[1] ?? '');
  if (account[3] !== undefined) return { is: 'detail', person, name: decodeURIComponent(account[3]) };
  const is = accountParts.find((part) => part === account[2]);
  return is && { is, person };
}

function onIssue(issue: string, part: string): Place | undefined {
  const one = issueParts.find((known) => known === part);
  if (one !== undefined) return { is: one, issue };
  return listOn(issue, part) ?? numberedOn(issue, part);
}

function listOn(issue: string, part: string): Place | undefined {
  const [, name = '', field = '', rest = ''] = /^([a-z]+)\.(?:(customfield_\d+)\.?)?(.*)$/s.exec(part) ?? [];
  if (name === 'field' && field !== '' && rest === '') return { is: 'field', issue, field };
  if (rest === '') return undefined;
  const person = personIdOf(rest);
  if (name === 'picker') return field === '' ? undefined : { is: 'picker', issue, field, person };
  const is = personLists.find((known) => known === name);
  return is && { is, issue, person };
}

function numberedOn(issue: string, part: string): Place | undefined {
  const [, letter, number = '', item] = /^([cawh])(\d+)(?:\.(\d+))?$/.exec(part) ?? [];
  if (letter === 'h')
    return item === undefined ? undefined : { is: 'history', issue, entry: number, item: Number(item) };
  if (item !== undefined || (letter !== 'c' && letter !== 'a' && letter !== 'w')) return undefined;
  return { is: numbered[letter], issue, number };
}
