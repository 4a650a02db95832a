import { ADMINISTRATORS } from '@lethe/core';
import type { Permissions, Right } from '@lethe/core';
import { groupNamed, groupNumbered } from './group-token.ts';

/** One entry of the setting, as it was understood. */
export interface GroupEntry {
  /** As it was written, without quotes and white space around it. */
  readonly text: string;
  readonly by: 'id' | 'name' | 'administrators';
}

/** What the administrator wrote into the app's setting `user_groups`. */
export interface GroupSetting {
  /** Each once, in the order in which they were written. */
  readonly entries: readonly GroupEntry[];
  /** `undefined` while it is empty: then it is off for everybody, administrators included. */
  readonly permissions: Permissions | undefined;
}

/** What members of a listed group may do; administrators may also configure. */
const granted: readonly Right[] = ['preview', 'run', 'read-ledger'];

/**
 * Reads the setting: names or ids of groups with commas between them, and `@administrators`. A name with a comma, one made of
 * digits alone or one that begins with `@` stands in double quotes; a quote inside is doubled. Case does not matter.
 */
export function groupSettingFrom(setting: unknown): GroupSetting {
  const entries = new Map<string, GroupEntry>();
  for (const item of itemsIn(typeof setting === 'string' ? setting : '')) {
    const entry = entryOf(item);
    const token = tokenOf(entry);
    if (!entries.has(token)) entries.set(token, entry);
  }
  return { entries: [...entries.values()], permissions: permissionsFor([...entries.keys()]) };
}

/** The entry as the group's token. */
export function tokenOf({ text, by }: GroupEntry): string {
  if (by === 'administrators') return ADMINISTRATORS;
  return by === 'id' ? groupNumbered(text) : groupNamed(text);
}

function permissionsFor(tokens: readonly string[]): Permissions | undefined {
  if (tokens.length === 0) return undefined;
  const groups = tokens.filter((token) => token !== ADMINISTRATORS);
  return { activation: tokens, grants: Object.fromEntries(groups.map((group) => [group, granted])) };
}

interface Item {
  readonly text: string;
  readonly quoted: boolean;
}

/** A quoted text, or everything up to the next comma or line; a quote nobody closes goes to the end. */
const items = /\s*(?:"(?<quoted>(?:[^"]|"")*)(?:"|$)\s*|(?<bare>[^,\n]*))(?:[,\n]|$)/gy;

function itemsIn(setting: string): readonly Item[] {
  return [...setting.matchAll(items)]
    .map(({ groups = {} }) => {
      const { quoted, bare = '' } = groups;
      return { text: (quoted?.replaceAll('""', '"') ?? bare).trim(), quoted: quoted !== undefined };
    })
    .filter(({ text }) => text !== '');
}

function entryOf({ text, quoted }: Item): GroupEntry {
  if (quoted) return { text, by: 'name' };
  if (text.toLowerCase() === ADMINISTRATORS) return { text, by: 'administrators' };
  return { text, by: /^\d+$/.test(text) ? 'id' : 'name' };
}
