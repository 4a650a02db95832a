import { dumpOf } from '../../plugins/lever/test/fake/dump.ts';
import { Seed, fullKey } from '../../plugins/lever/test/fake/seed.ts';
import { FakeLever } from '../../plugins/lever/test/fake/server.ts';
import { placeFor } from './place.ts';
import type { Place } from './place.ts';
import type { Ended, Running } from './lethe.ts';

/** The candidate of every opportunity there. */
export const ada = { name: 'Ada Quellstone', address: 'ada@quellstone.test' } as const;

/** An invented Lever with a candidate in it, and a command line that knows it as `desk`. */
export interface LeverPlace {
  readonly fake: FakeLever;
  readonly place: Place;
  readonly contact: string;
  /** Their opportunities. */
  readonly opportunities: readonly string[];
  run(...args: readonly string[]): Promise<Ended>;
  start(...args: readonly string[]): Running;
  /** All that is stored in Lever, as one text. */
  everything(): string;
  /** Settings of the Lever: what stands under its address. */
  settings(lines: readonly string[], address?: string): string;
  leave(): Promise<void>;
}

/** `lines` are its settings; `fill` changes what is in it. */
export async function leverPlace(
  fill: (seed: Seed, contact: string) => unknown = () => undefined,
  lines: readonly string[] = ['keyFrom: LEVER_KEY'],
): Promise<LeverPlace> {
  const seed = new Seed({ now: () => new Date() });
  const { contact, opportunities } = candidate(seed);
  fill(seed, contact);
  const fake = await FakeLever.start(seed.lever);
  const place = await placeFor({ LEVER_KEY: fullKey });
  const settings = (some: readonly string[], address = fake.address): string =>
    ['hosts:', '  desk:', '    kind: lever', `    address: ${address}`, ...some.map((line) => `    ${line}`), ''].join(
      '\n',
    );
  const config = await place.write('lever.yaml', settings(lines));
  return {
    fake,
    place,
    contact,
    opportunities,
    settings,
    run: (...args) => place.run('--config', config, ...args),
    start: (...args) => place.start('--config', config, ...args),
    everything: () => [...dumpOf(seed.lever)].join('\n'),
    leave: async () => {
      await fake.close();
      await place.leave();
    },
  };
}

function candidate(seed: Seed): { readonly contact: string; readonly opportunities: readonly string[] } {
  const contact = seed.contact({
    name: ada.name,
    emails: [ada.address],
    phones: ['+372 555 1234'],
    headline: 'Quellstone Prints',
    links: ['https://people.test/ada-quellstone'],
  });
  const opportunities = ['posting-1', 'posting-2'].map((posting) => {
    const opportunity = seed.opportunity(contact, { tags: ['Backend'] });
    seed.application(opportunity, { posting, name: ada.name, email: ada.address, comments: `I am ${ada.name}.` });
    seed.resume(opportunity, `${ada.name}.pdf`, { positions: [{ org: 'Quellstone Prints' }] });
    seed.file(opportunity, 'letter.txt', `Yours, ${ada.name}`);
    seed.unseen(opportunity, `Dear ${ada.name}, thank you for applying.`);
    seed.note(opportunity, 'Strong in databases.');
    return opportunity;
  });
  seed.opportunity(seed.contact({ name: 'Ida Falk', emails: ['ida.falk@falk.test'] }), {
    confidentiality: 'confidential',
  });
  return { contact, opportunities };
}
