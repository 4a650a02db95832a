import { describe, expect, it } from '@jest/globals';
import { defaultRules } from '@lethe/core';
import { carryOut, reviewOf, runOf } from '@lethe/core/testing';
import { ada, anonymized, onStage } from './journeys.ts';
import type { Setting } from './journeys.ts';

describe.each(['v3', 'v1'] as const)('a candidate with something in every field, by %s', (version) => {
  it('PI-13 check 7: is left without a single value, name and address included, and is called what the rules say', async () => {
    await onStage({ version }, async (stage) => {
      const { ending, outcomes } = await anonymized(stage, stage.host());
      expect(ending.reason).toBeUndefined();
      const left = stage.stored().match(/.*quellstone.*|.*555 1234.*/gi) ?? [];
      expect(left.filter((line) => version === 'v3' || !line.startsWith('preferred_name='))).toEqual([]);
      expect(stage.seed.greenhouse.candidates.get(stage.candidate)).toMatchObject({
        first_name: 'Anonymized',
        last_name: '',
        email_addresses: [],
      });
      expect(outcomes.filter((one) => !/(?:clean|unprovable)$/.test(one))).toEqual([]);
    });
  });

  it('check 11: statistics are equal before and after, and the run itself compared them', async () => {
    await onStage({ version }, async (stage) => {
      const before = stage.tallies();
      const { ending } = await anonymized(stage, stage.host());
      expect(stage.tallies()).toEqual(before);
      expect(ending.tallies).toEqual({ compared: 2, changed: [] });
    });
  });

  it('never takes offers together with all versions of them, which would tell other systems that no offer was made', async () => {
    await onStage({ version }, async (stage) => {
      await anonymized(stage, stage.host());
      const said = stage.fake.made
        .filter(({ isWrite }) => isWrite)
        .map(({ url, body }) => url + JSON.stringify(body ?? ''));
      expect(said.join(' ')).toContain('offers');
      expect(said.join(' ')).not.toContain('all_offer_versions');
      expect(stage.seed.greenhouse.webhooks.filter((one) => one.includes('offer_deleted'))).toEqual([]);
    });
  });

  it('a field Greenhouse takes and does not carry out is still there, whatever it answered', async () => {
    await onStage({ version, behaviour: { forgets: ['activity_items'] } }, async (stage) => {
      const { ending, outcomes } = await anonymized(stage, stage.host());
      expect(outcomes).toContain(`c${String(stage.candidate)}/activity_items still-there`);
      expect(ending.reason).toBe('unfinished-steps');
      expect(stage.stored()).toContain(ada.address);
    });
  });

  it('a last name Greenhouse wants is refused with a way out, and two words are taken', async () => {
    await onStage({ version, behaviour: { wantsLastName: true } }, async (stage) => {
      const { outcomes } = await anonymized(stage, stage.host());
      expect(outcomes).toContain(`c${String(stage.candidate)}/full_name refused`);
      expect(stage.stored()).not.toContain(ada.name);
      const rules = { ...defaultRules, replacement: { ...defaultRules.replacement, name: 'Anonymized candidate' } };
      const again = await anonymized(stage, stage.host(), rules);
      expect(again.outcomes).toContain(`c${String(stage.candidate)}/full_name clean`);
      expect(stage.seed.greenhouse.candidates.get(stage.candidate)).toMatchObject({ last_name: 'candidate' });
    });
  });

  it('clears answers of no application while those of another one were edited after the review', async () => {
    await onStage(
      {
        version,
        fill: (seed, candidate) => void seed.application(candidate, { answers: [{ question: 'Why?', answer: 'Ada' }] }),
      },
      async (stage) => {
        const { greenhouse } = stage.seed;
        const host = stage.host();
        const review = await reviewOf(host, stage.person);
        greenhouse.applications.update(stage.application, {
          answers: [{ question: 'Why?', answer: 'Second thoughts' }],
        });
        const { ending } = await carryOut(runOf(host, review, { clock: stage.clock }));
        expect(ending.reason).toBe('unfinished-steps');
        expect(greenhouse.applications.get(stage.application).answers).toMatchObject([{ answer: 'Second thoughts' }]);
      },
    );
  });
});

describe('fields', () => {
  it('go in the query string in version 1, with the user they are sent for, and in the body in version 3', async () => {
    await onStage({ version: 'v1' }, async (stage) => {
      await anonymized(stage, stage.host());
      const [call] = stage.fake.made.filter(({ url }) => url.includes('anonymize'));
      expect(call).toMatchObject({ method: 'PUT', body: undefined, headers: { 'on-behalf-of': '9' } });
    });
    await onStage({}, async (stage) => {
      await anonymized(stage, stage.host());
      const [call] = stage.fake.made.filter(({ url }) => url.includes('anonymize'));
      expect(call).toMatchObject({ method: 'PATCH', body: { fields: ['attachments'] } });
      expect(call?.url).not.toContain('?');
    });
  });

  it('are refused whole where the body has another name: nothing is claimed, nothing is gone', async () => {
    await onStage({ behaviour: { bodyName: 'anonymize_fields' } }, async (stage) => {
      const before = stage.stored();
      const { ending, outcomes } = await anonymized(stage, stage.host());
      expect(ending.reason).toBe('unfinished-steps');
      expect(outcomes.every((one) => one.endsWith('refused'))).toBe(true);
      expect(stage.stored()).toBe(before);
    });
  });

  it('one that version 3 does not know is refused alone, the others go all the same', async () => {
    await onStage({ behaviour: { unknown: ['custom_application_fields', 'identity_verification'] } }, async (stage) => {
      const { ending, outcomes } = await anonymized(stage, stage.host());
      const refused = outcomes.filter((one) => one.endsWith('refused'));
      expect(refused).toEqual([
        `c${String(stage.candidate)}.a${String(stage.application)}/custom_application_fields refused`,
      ]);
      expect(ending.reason).toBe('unfinished-steps');
      expect(stage.seed.greenhouse.applications.get(stage.application).answers).toEqual([]);
    });
  });

  it('are refused without the scope to anonymize, and the report says which', async () => {
    await onStage({ refused: ['harvest:candidates:anonymize'] }, async (stage) => {
      const before = stage.stored();
      const { ending, outcomes } = await anonymized(stage, stage.host());
      expect(ending.reason).toBe('unfinished-steps');
      expect(outcomes.every((one) => one.endsWith('refused'))).toBe(true);
      expect(stage.stored()).toBe(before);
    });
  });
});

describe('what no field covers', () => {
  it('EEOC and demographic answers, other entries of the feed and pronouns are gaps, each with a reason', async () => {
    const fill: NonNullable<Setting['fill']> = (seed, candidate, application) => {
      seed.eeoc(application, 'Female');
      seed.demographic(application, 'I call myself Quellstone');
      seed.note(candidate, `${ada.name} is free on Monday.`, { type: 'AVAILABILITY_REQUEST' });
      seed.note(candidate, 'Nobody is named here.', { type: 'FORM' });
    };
    await onStage({ fill }, async (stage) => {
      const { review, ending } = await anonymized(stage, stage.host({}));
      expect(review.plan.gaps.map(({ label }) => label.replaceAll(/\d+/g, 'N'))).toEqual([
        'eeoc of application N',
        'demographic answers of application N',
        'entry N of the activity feed',
        'pronouns of candidate N, if any',
      ]);
      expect(review.plan.gaps.every(({ because }) => because.length > 20)).toBe(true);
      expect(ending.state).toBe('done-with-gaps');
    });
  });

  it('is a gap too where the credential is not shown it', async () => {
    await onStage({ refused: ['harvest:eeoc:list', 'harvest:demographic_answers:list'] }, async (stage) => {
      const { plan } = await reviewOf(stage.host(), stage.person);
      expect(plan.gaps.map(({ label }) => label)).toEqual([
        `eeoc of candidate ${String(stage.candidate)}, if any`,
        `demographic answers of candidate ${String(stage.candidate)}, if any`,
      ]);
    });
  });

  it('scorecards and sources that name the candidate are gaps, the others are kept', async () => {
    await onStage(
      { fill: (seed, _, application) => void seed.scorecard(application, `${ada.name} was late.`) },
      async (stage) => {
        const { plan } = await reviewOf(stage.host(), stage.person);
        expect(plan.gaps.map(({ kind, because }) => [kind, /preset keep-statistics leaves/.test(because)])).toEqual([
          ['message.body', true],
        ]);
      },
    );
  });
});

describe('notes', () => {
  it.each([
    ['keep', 2, 'rule'],
    ['blank', 0, undefined],
  ] as const)('rules that say %s are followed although the preset takes notes', async (note, left, why) => {
    await onStage({}, async (stage) => {
      const { review } = await anonymized(stage, stage.host(), { ...defaultRules, about: { note } });
      const kept = review.plan.kept.find(({ spot }) => spot === `c${String(stage.candidate)}/notes`);
      expect(kept?.why).toBe(why);
      expect(stage.seed.greenhouse.notes.where(({ type }) => type === 'NOTE').length).toBe(left);
    });
  });
});
