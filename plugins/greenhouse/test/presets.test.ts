import { describe, expect, it } from '@jest/globals';
import { defaultRules } from '@lethe/core';
import { carryOut, reviewOf, runOf } from '@lethe/core/testing';
import { ada, anonymized, onStage } from './journeys.ts';
import { dossierIdOf } from '../src/index.ts';

describe('the preset strict', () => {
  it('check 11: takes evaluations, recruiters and pools along, says so beforehand, and leaves the rest countable', async () => {
    await onStage({}, async (stage) => {
      const { greenhouse } = stage.seed;
      const { review, ending } = await anonymized(stage, stage.host({ preset: 'strict', pronouns: 'not-asked' }));
      const effects = review.plan.sideEffects.map(({ what }) => what).join('\n');
      for (const loss of ['by recruiter', 'by coordinator', 'on interviews', 'on referrals', 'on pools', 'their owner'])
        expect(effects).toContain(loss);
      expect(greenhouse.scorecards.all()).toEqual([]);
      expect(greenhouse.interviews.all()).toEqual([]);
      expect(greenhouse.applications.get(stage.application)).toMatchObject({
        ...{ recruiter_id: null, coordinator_id: null, referrer_id: null, source_id: 27, stage_name: 'Face to face' },
      });
      expect(greenhouse.rejections.all()[0]).toMatchObject({ rejection_reason_id: 14 });
      expect(greenhouse.offers.all()).toHaveLength(1);
      expect(ending.tallies.changed).toEqual([]);
      expect(ending.reason).toBeUndefined();
    });
  });
});

describe('the preset lever-parity', () => {
  it('LR-21 leaves notes, answers, tags, custom fields and offers, and lists those that name the candidate', async () => {
    await onStage({ fill: (seed, candidate) => void seed.note(candidate, 'Strong in databases.') }, async (stage) => {
      const before = stage.tallies();
      const { review } = await anonymized(stage, stage.host({ preset: 'lever-parity', pronouns: 'not-asked' }));
      const left = review.plan.gaps.map(({ label }) => label.replaceAll(/ of .*| \d+/g, ''));
      expect(new Set(left)).toEqual(
        new Set(['tags', 'application questions', 'custom application fields', 'offers', 'entry']),
      );
      const { greenhouse } = stage.seed;
      expect(greenhouse.notes.all().map(({ type }) => type)).toEqual(['NOTE', 'NOTE', 'NOTE']);
      expect(greenhouse.candidates.get(stage.candidate).tags).toEqual(['Backend', `met ${ada.name}`]);
      expect(stage.tallies()).toEqual(before);
    });
  });
});

describe('one application alone', () => {
  it.each(['v3', 'v1'] as const)(
    'LV-12 touches neither the candidate nor the other applications, by %s',
    async (version) => {
      await onStage(
        { version, fill: (seed, candidate) => void seed.attachment(seed.application(candidate), 'other.pdf') },
        async (stage) => {
          const { greenhouse } = stage.seed;
          const candidate = JSON.stringify(greenhouse.candidates.get(stage.candidate));
          const host = stage.host();
          const review = await reviewOf(host, stage.person, { only: dossierIdOf(String(stage.application)) });
          const { ending } = await carryOut(runOf(host, review, { clock: stage.clock }));
          expect(JSON.stringify(greenhouse.candidates.get(stage.candidate))).toBe(candidate);
          expect(review.plan.gaps.some(({ label }) => label.startsWith('application questions'))).toBe(true);
          expect(review.plan.gaps.every(({ instead }) => instead !== undefined)).toBe(true);
          const files = greenhouse.attachments.all().map(({ filename }) => filename);
          expect(files).toEqual(version === 'v3' ? ['other.pdf'] : [`${ada.name}.pdf`, 'other.pdf']);
          expect(ending.reason).toBeUndefined();
        },
      );
    },
  );
});

describe('rules', () => {
  it('LR-22 write the name they have for candidates', async () => {
    await onStage({}, async (stage) => {
      const rules = { ...defaultRules, replacement: { ...defaultRules.replacement, name: 'Anonymized candidate' } };
      await anonymized(stage, stage.host(), rules);
      expect(stage.seed.greenhouse.candidates.get(stage.candidate)).toMatchObject({
        first_name: 'Anonymized',
        last_name: 'candidate',
        preferred_name: null,
      });
    });
  });
});
