import { identifiersFrom } from '@lethe/core';
import { carryOut, reviewOf, runOf } from '@lethe/core/testing';
import type { Made } from './fake/server.ts';
import { ada, anonymized, onStage } from './journeys.ts';
import type { Setting } from './journeys.ts';
import { dossierIdOf } from '../src/index.ts';

const fill: NonNullable<Setting['fill']> = (seed, candidate, application) => {
  seed.eeoc(application, 'Female');
  seed.demographic(application, 'I call myself Ada');
  seed.note(candidate, 'Free on Monday.', { type: 'AVAILABILITY_REQUEST' });
};

/** All calls of version 3 that Lethe makes: looking for somebody, reviews, whole runs with each preset, one application alone. */
export async function journey(): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (const preset of ['keep-statistics', 'strict', 'lever-parity'] as const)
    await onStage({ fill, behaviour: { page: 3 } }, async (stage) => {
      const host = stage.host({ preset });
      await host.preflight();
      const queries = [{ addresses: [ada.address] }, { names: [ada.name] }];
      for (const who of queries) {
        const found = host.findPeople({ by: 'identifiers', who: identifiersFrom(who) });
        for await (const person of found) if (person.id !== stage.person) throw new Error('Somebody else was found.');
      }
      const alone = await reviewOf(host, stage.person, { only: dossierIdOf(String(stage.application)) });
      await carryOut(runOf(host, alone, { clock: stage.clock }));
      await anonymized(stage, host);
      made.push(...stage.fake.made);
    });
  return made;
}
