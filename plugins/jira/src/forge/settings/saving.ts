import { RuleError } from '@lethe/core';
import type { PresetName, SavedSettings, SettingsShown } from '../protocol.ts';
import type { SettingsInput } from '../protocol/settings-input.ts';
import { presets } from './presets.ts';
import { storedSettings, storeSettings } from './settings.ts';

/** The settings for the page that changes them. */
export async function shownSettings(): Promise<SettingsShown> {
  const text = (name: PresetName): string => JSON.stringify(presets[name], undefined, 2);
  return {
    settings: await storedSettings(),
    presets: {
      default: text('default'),
      'every-channel': text('every-channel'),
      'mentions-only': text('mentions-only'),
    },
  };
}

/** Saves what a page sent, or says which field is wrong and why. */
export async function savedSettings(settings: SettingsInput): Promise<SavedSettings> {
  try {
    await storeSettings(settings);
    return { saved: true, settings };
  } catch (error) {
    if (error instanceof RuleError) return { saved: false, faults: [{ path: error.path, says: error.message }] };
    throw error;
  }
}
