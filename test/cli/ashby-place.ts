import { dumpOf } from '../../plugins/ashby/test/fake/dump.ts';
import { Seed, fullKey } from '../../plugins/ashby/test/fake/seed.ts';
import { FakeAshby } from '../../plugins/ashby/test/fake/server.ts';
import { placeFor } from './place.ts';
import type { Place } from './place.ts';
import type { Ended, Running } from './lethe.ts';

/** The candidate of every application there. */
export const ada = { name: 'Ada Quellstone', address: 'ada@quellstone.test' } as const;

/** An invented Ashby with a candidate in it, and a command line that knows it as `desk`. */
export interface AshbyPlace {
  readonly fake: FakeAshby;
  readonly place: Place;
  readonly candidate: string;
  /** Their applications. */
  readonly applications: readonly string[];
  run(...args: readonly string[]): Promise<Ended>;
  start(...args: readonly string[]): Running;
  /** All that is stored in Ashby, as one text. */
  everything(): string;
  /** Settings of the Ashby: what stands under its address. */
  settings(lines: readonly string[], address?: string): string;
  leave(): Promise<void>;
}

/** `lines` are its settings; `fill` changes what is in it. */
export async function ashbyPlace(
  fill: (seed: Seed, candidate: string) => void = () => undefined,
  lines: readonly string[] = ['keyFrom: ASHBY_KEY', 'callsPerSecond: 20'],
): Promise<AshbyPlace> {
  const seed = new Seed({ now: () => new Date() });
  const { candidate, applications } = candidacy(seed);
  fill(seed, candidate);
  const fake = await FakeAshby.start(seed.ashby);
  const place = await placeFor({ ASHBY_KEY: fullKey });
  const settings = (some: readonly string[], address = fake.address): string =>
    ['hosts:', '  desk:', '    kind: ashby', `    address: ${address}`, ...some.map((line) => `    ${line}`), ''].join(
      '\n',
    );
  const config = await place.write('ashby.yaml', settings(lines));
  return {
    ...{ fake, place, candidate, applications, settings },
    run: (...args) => place.run('--config', config, ...args),
    start: (...args) => place.start('--config', config, ...args),
    everything: () => [...dumpOf(seed.ashby)].join('\n'),
    leave: async () => {
      await fake.close();
      await place.leave();
    },
  };
}

function candidacy(seed: Seed): { readonly candidate: string; readonly applications: readonly string[] } {
  const candidate = seed.candidate({
    ...{ name: ada.name, emails: [ada.address], phones: ['+372 555 1234'], company: 'Quellstone Prints' },
    socialLinks: [{ type: 'LinkedIn', url: 'https://people.test/ada-quellstone' }],
    ...{ tags: ['Backend'], fields: { Nickname: 'Quellstone' }, fileHandles: [seed.file(`${ada.name}.pdf`)] },
  });
  const applications = ['192.0.2.7', '192.0.2.8'].map((submitterClientIp) => {
    const application = seed.application(candidate, { submitterClientIp, answers: [`I am ${ada.name}.`] });
    seed.client(candidate, application, submitterClientIp);
    seed.feedback(application, 'Strong in databases.');
    return application;
  });
  seed.note(candidate, 'Strong in databases.');
  seed.candidate({ name: 'Ida Falk', emails: ['ida.falk@falk.test'] });
  return { candidate, applications };
}
