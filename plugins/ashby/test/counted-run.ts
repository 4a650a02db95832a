import type { Host } from '@lethe/core';
import type { Sizes } from './fewest-calls.ts';
import { ada, anonymize, withAshby } from './journeys.ts';
import { sizesOfPlan } from './sizes-of-plan.ts';

/** A candidate, as far as the number of calls depends on them. */
export interface Example {
  readonly applications: number;
  readonly tags: number;
}

/** A run with its calls counted, the review left out. */
export interface Counted {
  readonly sizes: Sizes;
  readonly all: number;
  /** Those that read again what was changed. */
  readonly proving: number;
  /** Calls Ashby refused as too many. */
  readonly retries: number;
}

/** Anonymizes such a candidate and counts. */
export async function counted({ applications, tags }: Example): Promise<Counted> {
  let result: Counted | undefined;
  await withAshby(
    (seed) => {
      const names = Array.from({ length: tags }, (_, at) => `${ada.name} ${at}`);
      const candidate = seed.candidate({ ...ada, tags: ['Backend', ...names], fields: { Nickname: 'Adalind' } });
      for (let at = 0; at < applications; at += 1)
        seed.application(candidate, { answers: ['I print.'], fields: at % 2 === 0 ? { Reference: 'Adalind' } : {} });
      return { candidate };
    },
    async ({ fake, host, clock, candidate }) => {
      let [proving, reviewed] = [0, -1];
      const watched: Host = {
        ...host,
        preflight: async () => {
          if (reviewed < 0) reviewed = fake.made.length;
          return host.preflight();
        },
        reread: async function* (spots) {
          const before = fake.made.length;
          yield* host.reread(spots);
          proving += fake.made.length - before;
        },
      };
      const { review } = await anonymize({ host: watched, clock }, candidate);
      const retries = fake.made.filter(({ status }) => status === 429).length;
      result = {
        sizes: sizesOfPlan(review.plan, applications, tags),
        all: fake.made.length - reviewed,
        proving,
        retries,
      };
    },
  );
  if (result === undefined) throw new Error('Nothing was counted.');
  return result;
}
