import { Seed } from '../../plugins/zendesk/test/fake/seed.ts';
import { FakeZendesk } from '../../plugins/zendesk/test/fake/server.ts';
import { dumpOf } from '../../plugins/zendesk/test/fake/dump.ts';
import { placeFor } from './place.ts';
import type { Place } from './place.ts';
import type { Ended, Running } from './lethe.ts';

/** The person everybody there has written with. */
export const ada = {
  name: 'Ada Quellstone',
  address: 'ada@quellstone.test',
  second: 'a.quellstone@private.test',
} as const;

/** A secret of an OAuth client. */
export const clientSecret = 'invented-client-secret';

/** An invented Zendesk with a person in it, and a command line that knows it as `desk`. */
export interface ZendeskPlace {
  readonly fake: FakeZendesk;
  readonly place: Place;
  readonly person: number;
  run(...args: readonly string[]): Promise<Ended>;
  start(...args: readonly string[]): Running;
  /** All that is stored in the account, as one text. */
  everything(): string;
  leave(): Promise<void>;
}

/** `signIn` is what the settings say about it. */
export async function zendeskPlace(signIn: string): Promise<ZendeskPlace> {
  const seed = new Seed();
  seed.client('lethe-server', { secret: clientSecret });
  seed.client('lethe-cli', { redirects: ['http://127.0.0.1:8934/signed-in'] });
  const person = fill(seed);
  const fake = await FakeZendesk.start(seed.zendesk);
  const place = await placeFor({ ZENDESK_SECRET: clientSecret });
  const hosts = `hosts:\n  desk:\n    kind: zendesk\n    address: ${fake.address}\n    signIn: ${signIn}\n    plan: enterprise\n`;
  const config = await place.write('zendesk.yaml', hosts);
  return {
    fake,
    place,
    person,
    run: (...args) => place.run('--config', config, ...args),
    start: (...args) => place.start('--config', config, ...args),
    everything: () => {
      fake.settle();
      return [...dumpOf(fake.state)].join('\n');
    },
    leave: async () => {
      await fake.close();
      await place.leave();
    },
  };
}

function fill(seed: Seed): number {
  const person = seed.user({ name: ada.name, emails: [ada.address, ada.second], company: 'Quellstone Prints' });
  const agent = seed.user({ name: 'Bo Lund', role: 'agent', emails: ['bo.lund@helpdesk.test'] });
  const mail = {
    channel: 'email',
    from: { address: ada.address, name: ada.name },
    to: { address: 'support@helpdesk.test' },
  };
  for (const status of ['open', 'solved', 'closed'] as const) {
    seed.ticket({
      by: person,
      subject: 'Printer',
      status,
      via: mail,
      comments: [
        {
          by: person,
          text: `It does not print. ${ada.name}, ${ada.address}`,
          via: mail,
          files: [{ name: 'photo.png', inside: ada.name }],
        },
        { by: agent, text: `Dear ${ada.name}, is it plugged in?`, via: { channel: 'email' } },
      ],
    });
  }
  return person;
}
