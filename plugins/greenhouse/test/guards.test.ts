import { describe, expect, it } from '@jest/globals';
import { caseObstacles, guardSettingsSchema, identifiersFrom } from '@lethe/core';
import type { Dossier, Host, PersonId } from '@lethe/core';
import { reviewOf } from '@lethe/core/testing';
import { ada, anonymized, onStage } from './journeys.ts';
import type { Setting, Stage } from './journeys.ts';
import { greenhouseEvent, personIdOf } from '../src/index.ts';

async function casesOf({ person }: Stage, host: Host): Promise<readonly Dossier[]> {
  const { spots } = await reviewOf(host, person);
  const cases = new Map(spots.flatMap(({ of }) => (of.type === 'dossier' ? [[of.id, of]] : [])));
  return [...cases.values()];
}

async function found(host: Host, query: Parameters<Host['findPeople']>[0]): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { id } of host.findPeople(query)) ids.push(id);
  return ids;
}

describe.each(['v3', 'v1'] as const)('guards, by %s', (version) => {
  it.each<[string, Setting['fill'], readonly string[]]>([
    [
      'PI-12 an application that was rejected, and a prospect that became a candidate, are nothing',
      () => undefined,
      [],
    ],
    [
      'LV-03 one that is active is an open case',
      (seed, candidate) => void seed.application(candidate, { status: 'in_process' }),
      ['case-open'],
    ],
    [
      'LV-03 PI-12 a hire is one',
      (seed, candidate) => void seed.application(candidate, { status: 'hired' }),
      ['hired'],
    ],
    [
      'a prospect nobody has decided on is a lead',
      (seed, candidate) => void seed.application(candidate, { status: 'in_process', prospect: true }),
      ['case-open', 'lead'],
    ],
    [
      'an interview to come is one',
      (seed, _, application) =>
        void seed.interview(application, { starts_at: '2026-12-01T09:00:00Z', status: 'scheduled' }),
      ['interview-pending'],
    ],
  ])('%s', async (_, fill, codes) => {
    await onStage({ version, ...(fill === undefined ? {} : { fill }) }, async (stage) => {
      const cases = await casesOf(stage, stage.host());
      const settings = guardSettingsSchema.parse({});
      const check = { person: { id: stage.person }, kind: 'candidate', settings, acknowledged: [] } as const;
      expect(caseObstacles(cases, check).map(({ code }) => code)).toEqual(codes);
    });
  });

  it('PI-12 a candidate Greenhouse links to a user works here', async () => {
    await onStage({ version }, async (stage) => {
      const employed = async (): Promise<unknown> => {
        for await (const person of stage.host().findPeople({ by: 'id', person: stage.person })) return person.employed;
        return undefined;
      };
      expect(await employed()).toBe(false);
      stage.seed.greenhouse.candidates.update(stage.candidate, { linked_user_ids: [12] });
      expect(await employed()).toBe(true);
    });
  });
});

describe.each(['v3', 'v1'] as const)('finding candidates, by %s', (version) => {
  const named =
    (name: string): NonNullable<Setting['fill']> =>
    (seed) =>
      void seed.candidate({ name, emails: ['bo@lund.test'] });

  it.each([
    ['an address', { addresses: [ada.address.toUpperCase()] }],
    ['a name alone, looking through all', { names: [ada.name] }],
    ['a phone alone', { phones: [ada.phone.replaceAll(' ', '')] }],
  ])('by %s finds one and nobody else', async (_, who) => {
    await onStage({ version, fill: named('Bo Lund'), behaviour: { page: 1 } }, async (stage) => {
      const query = { by: 'identifiers', who: identifiersFrom(who) } as const;
      expect(await found(stage.host(), query)).toEqual([stage.person]);
    });
  });

  it('is not fooled by a filter that is ignored, and by name only where that is wanted', async () => {
    await onStage({ version, fill: named('Bo Lund'), behaviour: { ignores: ['email'] } }, async (stage) => {
      const query = (who: object) => ({ by: 'identifiers', who: identifiersFrom(who) }) as const;
      expect(await found(stage.host(), query({ addresses: [ada.address] }))).toEqual([stage.person]);
      expect(await found(stage.host({ lookThroughAll: false }), query({ names: [ada.name] }))).toEqual([]);
    });
  });

  it('PI-14 finds nobody by the old address or name once they are anonymized', async () => {
    await onStage({ version }, async (stage) => {
      await anonymized(stage, stage.host());
      const who = identifiersFrom({ addresses: [ada.address], names: [ada.name] });
      expect(await found(stage.host(), { by: 'identifiers', who })).toEqual([]);
    });
  });
});

describe('a candidate that was merged into another', () => {
  const merged = async (setting: Setting, act: (stage: Stage, into: PersonId) => Promise<void>): Promise<void> =>
    onStage(setting, async (stage) => {
      const into = stage.seed.candidate({ name: ada.name, emails: [ada.address] });
      stage.seed.greenhouse.merge(stage.candidate, into);
      await act(stage, personIdOf(String(into)));
    });

  it('is the surviving one where Greenhouse says so', async () => {
    await merged({ behaviour: { mergedAnswers: 'survivor' } }, async (stage, into) => {
      expect(await found(stage.host(), { by: 'id', person: stage.person })).toEqual([into]);
    });
  });

  it('is the surviving one once the webhook told it, also through several merges', async () => {
    await merged({}, async (stage, into) => {
      expect(await found(stage.host(), { by: 'id', person: stage.person })).toEqual([]);
      const told = new Map<string, string>();
      for (const body of stage.seed.greenhouse.webhooks) {
        const event = greenhouseEvent(new TextEncoder().encode(body));
        if (event?.what === 'merged') told.set(event.person.slice(1), event.into.slice(1));
      }
      told.set('77', String(stage.candidate));
      const mergedInto = (candidate: string): string | undefined => told.get(candidate);
      const host = stage.host({ mergedInto });
      expect(await found(host, { by: 'id', person: stage.person })).toEqual([into]);
      expect(await found(host, { by: 'id', person: personIdOf('77') })).toEqual([into]);
      told.set(into.slice(1), '77');
      expect(await found(host, { by: 'id', person: personIdOf('88') })).toEqual([]);
    });
  });
});
