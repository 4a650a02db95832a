import type { Permissions } from '@lethe/core';

/** One entry of the setting, as it was understood. */
export interface GroupEntry {
  /** As it was written, without quotes. */
  readonly text: string;
  readonly by: 'id' | 'name' | 'administrators';
}

/** What the administrator wrote into the app's setting `user_groups`. */
export interface GroupSetting {
  readonly entries: readonly GroupEntry[];
  /** `undefined` while it is empty: then it is off for everybody, administrators included. */
  readonly permissions: Permissions | undefined;
}
