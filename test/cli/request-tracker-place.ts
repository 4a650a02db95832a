import { mailOf, mailedIn, openedBy, answered } from '../../plugins/request-tracker/test/desk.ts';
import { Seed, serviceToken } from '../../plugins/request-tracker/test/fake/seed.ts';
import { FakeServer } from '../../plugins/request-tracker/test/fake/server.ts';
import { dumpOf } from '../../plugins/request-tracker/test/fake/dump.ts';
import { placeFor } from './place.ts';
import type { Place } from './place.ts';
import type { Ended, Running } from './lethe.ts';

/** The person everybody there has written with. */
export const ada = { name: 'Ada Quellstone', address: 'ada.quell@mail.test' } as const;

/** What must never be seen outside the environment. */
export const token = serviceToken;

/** An invented Request Tracker with a person in it, and a command line that knows it as `desk`. */
export interface RequestTrackerPlace {
  readonly seed: Seed;
  readonly server: FakeServer;
  readonly place: Place;
  readonly person: number;
  readonly tickets: readonly number[];
  run(...args: readonly string[]): Promise<Ended>;
  start(...args: readonly string[]): Running;
  /** All that is stored, as one text. */
  everything(): string;
  /** Settings with these lines in place of those that work. */
  settings(lines: readonly string[]): string;
  leave(): Promise<void>;
}

/** `inside` tells whether Lethe's part is installed. */
export async function requestTrackerPlace(inside: boolean): Promise<RequestTrackerPlace> {
  const seed = new Seed();
  const filled = fill(seed);
  const server = await FakeServer.start(seed.tracker, inside);
  const place = await placeFor({ RT_TOKEN: token });
  const settings = (lines: readonly string[]): string =>
    ['hosts:', '  desk:', '    kind: request-tracker', ...lines.map((line) => `    ${line}`), ''].join('\n');
  const config = await place.write(
    'rt.yaml',
    settings([`address: ${server.address}`, 'tokenFrom: RT_TOKEN', 'timeoutSeconds: 60']),
  );
  return {
    ...{ seed, server, place, ...filled, settings },
    run: (...args) => place.run('--config', config, ...args),
    start: (...args) => place.start('--config', config, ...args),
    everything: () => [...dumpOf(seed.tracker)].join('\n'),
    leave: async () => {
      await server.close();
      await place.leave();
    },
  };
}

function fill(seed: Seed): { readonly person: number; readonly tickets: readonly number[] } {
  const person = seed.user({
    ...{ Name: ada.address, EmailAddress: ada.address, RealName: ada.name },
    columns: { HomePhone: '+372 555 1234', Organization: 'Quellstone Prints' },
  });
  const agent = seed.user({
    ...{ Name: 'bo', EmailAddress: 'bo.lund@helpdesk.test', RealName: 'Bo Lund', privileged: true },
  });
  const tickets = ['open', 'resolved'].map((Status) => {
    const ticket = openedBy(seed, person, { subject: `Printer of ${ada.name}`, text: `It is ${ada.name}.` });
    seed.tracker.rows.update('Tickets', ticket, { Status });
    const files = [{ name: 'ada-quellstone.txt', inside: ada.name }];
    mailedIn(seed, { ticket, by: person }, mailOf({ text: `Once more, ${ada.name}`, files }));
    answered(seed, { ticket, by: agent }, mailOf({ from: [], to: [ada.address], text: `Dear ${ada.name}` }));
    return ticket;
  });
  const other = seed.user({ Name: 'cy', EmailAddress: 'cy@mail.test', RealName: 'Cy Marsh' });
  openedBy(seed, other, { subject: 'Roof', text: 'The roof of Cy Marsh leaks.' });
  return { person, tickets };
}
