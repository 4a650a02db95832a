import { describe, expect, it } from '@jest/globals';
import type { HostProfile, Plan } from '@lethe/core';
import { memoryProfile, mint } from '@lethe/core/testing';
import { planText } from './plan-text.ts';

const profile: HostProfile = memoryProfile({});
const plan: Plan = {
  version: 1,
  host: 'memory',
  person: mint('person', 'person-7'),
  rules: { name: 'default', digest: 'a'.repeat(64) },
  steps: [],
  kept: [],
  gaps: [],
  unreached: [],
  remains: [],
  sideEffects: [],
  asks: [],
  ambiguous: [],
  mentions: [],
  tallies: {},
  digest: 'b'.repeat(64),
};

describe('a plan as a reviewer reads it', () => {
  it('says why mentions were found and why others are left', () => {
    const text = planText(
      {
        ...plan,
        ambiguous: [mint('spot', 's1')],
        mentions: [
          { by: 'names', how: 'part-of-name', doubt: 'common-word', count: 4 },
          { by: 'names', how: 'initial', evidence: 'greeting', count: 3 },
        ],
      },
      profile,
      'ANONYMIZE',
    );

    expect(text).toContain('Cut out of texts:\n  - 3 × name, with an initial, in a greeting');
    expect(text).toContain(
      'May mean this person, left as they are, in 1 place (listed with --json):\n  - 4 × name, a part of it alone: it may be a word',
    );
  });

  it('says nothing of either where there is none', () => {
    const text = planText(plan, profile, 'ANONYMIZE');

    expect(text).not.toMatch(/Cut out of texts|May mean/);
  });
});
