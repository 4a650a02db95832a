import type { PresetName, SettingsInput } from './settings-input.ts';

/** The settings as they are. */
export interface SettingsShown {
  readonly settings: SettingsInput;
  /** What each preset of rules says, as JSON, for somebody who wants to begin with one. */
  readonly presets: Readonly<Record<PresetName, string>>;
}

/** Why settings were not saved: the field, and what is wrong with it. */
interface SettingsFault {
  /** `rules.spots.message.body.author`, `names.confirmation`. */
  readonly path: string;
  readonly says: string;
}

/** What came of saving. */
export type SavedSettings =
  | { readonly saved: true; readonly settings: SettingsInput }
  | { readonly saved: false; readonly faults: readonly SettingsFault[] };
