import { describe, expect, it } from '@jest/globals';
import { effects } from './effects.ts';
import { fieldCalled, fieldNames } from './field.ts';
import { fieldsOfPreset, presetNames } from './presets.ts';

describe('fields', () => {
  it('are forty-four, each with what happens', () => {
    expect(new Set(fieldNames).size).toBe(44);
    expect(Object.keys(effects).toSorted()).toEqual(fieldNames.toSorted());
  });

  it('go by the name the webhook gives them too', () => {
    for (const field of fieldNames) expect(fieldCalled(field)).toBe(field);
    expect(fieldCalled('rejection_reasons')).toBe('rejection_reason');
    expect(fieldCalled('pronouns')).toBeUndefined();
  });
});

describe('presets', () => {
  it.each([
    ['keep-statistics', 31],
    ['strict', 40],
    ['lever-parity', 25],
  ] as const)('%s has %i fields', (preset, size) => {
    expect(fieldsOfPreset(preset).size).toBe(size);
  });

  it('all take who somebody is, and none takes what time to hire, the funnel, reasons and offers are counted by', () => {
    for (const preset of presetNames) {
      const fields = fieldsOfPreset(preset);
      for (const field of ['full_name', 'email_addresses', 'emails', 'activity_items', 'attachments'] as const)
        expect(fields.has(field)).toBe(true);
      for (const field of ['source', 'rejection_reason', 'all_offer_versions', 'candidate_stage_data'] as const)
        expect(fields.has(field)).toBe(false);
    }
  });
});
