import { tokensOf } from './group-token.ts';
import type { Group } from './group-token.ts';
import { tokenOf } from './group-setting.ts';
import type { GroupSetting } from './group-setting.ts';

/** Entries that fit no group of the account, as they were written: for the administrator to correct. */
export function unknownIn({ entries }: GroupSetting, groups: readonly Group[]): readonly string[] {
  const known = new Set(groups.flatMap(tokensOf));
  const named = entries.filter(({ by }) => by !== 'administrators');
  return named.filter((entry) => !known.has(tokenOf(entry))).map(({ text }) => text);
}
