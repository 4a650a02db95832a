import { dumpOf } from '../../plugins/greenhouse/test/fake/dump.ts';
import { client, key, Seed } from '../../plugins/greenhouse/test/fake/seed.ts';
import { FakeGreenhouse } from '../../plugins/greenhouse/test/fake/server.ts';
import { everything } from '../../plugins/greenhouse/test/journeys.ts';
import { placeFor } from './place.ts';
import type { Place } from './place.ts';
import type { Ended, Running } from './lethe.ts';

/** An invented Greenhouse with a candidate in it, and a command line that knows it as `desk`. */
export interface GreenhousePlace {
  readonly fake: FakeGreenhouse;
  readonly place: Place;
  readonly candidate: number;
  readonly application: number;
  run(...args: readonly string[]): Promise<Ended>;
  start(...args: readonly string[]): Running;
  /** All that is stored in Greenhouse, as one text. */
  stored(): string;
  /** Settings of the Greenhouse: what stands under its address. */
  settings(lines: readonly string[], address?: string): string;
  leave(): Promise<void>;
}

/** Settings of version 3; the second line is where tokens are given. */
export const usual = ['user: 9', 'clientIdFrom: GREENHOUSE_ID', 'clientSecretFrom: GREENHOUSE_SECRET'] as const;

/** `lines` are its settings; `fill` changes what is in it. */
export async function greenhousePlace(
  fill: (seed: Seed, candidate: number) => void = () => undefined,
  lines: readonly string[] = usual,
): Promise<GreenhousePlace> {
  const seed = new Seed({ now: () => new Date() });
  const { candidate, application } = everything(seed);
  fill(seed, candidate);
  // Each command is a process of its own, and together they would use up a window.
  seed.greenhouse.behave({ limit: 1000 });
  const fake = await FakeGreenhouse.start(seed.greenhouse);
  const place = await placeFor({
    GREENHOUSE_ID: client.clientId,
    GREENHOUSE_SECRET: client.clientSecret,
    GREENHOUSE_KEY: key,
  });
  const settings = (some: readonly string[], address = fake.address): string => {
    const token = some.some((line) => line.includes('v1')) ? [] : [`tokenAddress: ${fake.address}/token`];
    const own = [`address: ${address}`, ...token, ...some];
    return ['hosts:', '  desk:', '    kind: greenhouse', ...own.map((line) => `    ${line}`), ''].join('\n');
  };
  const config = await place.write('greenhouse.yaml', settings(lines));
  return {
    ...{ fake, place, candidate, application, settings },
    run: (...args) => place.run('--config', config, ...args),
    start: (...args) => place.start('--config', config, ...args),
    stored: () => [...dumpOf(seed.greenhouse)].join('\n'),
    leave: async () => {
      await fake.close();
      await place.leave();
    },
  };
}
