import { Seed } from '../../../plugins/zendesk/test/fake/seed.ts';
import type { Zendesk } from '../../../plugins/zendesk/test/fake/zendesk.ts';

/** An invented account: a person who wants to be forgotten, others who do not, and agents in and outside the right group. */
export interface Scene {
  readonly zendesk: Zendesk;
  readonly seed: Seed;
  /** Mila Sörensen, the person. */
  readonly mila: number;
  readonly jonas: number;
  /** An agent of the group that may. */
  readonly ines: number;
  /** Another one. */
  readonly pavel: number;
  /** An agent outside it. */
  readonly otto: number;
  readonly german: number;
  readonly swedish: number;
  readonly open: number;
  readonly closed: number;
}

/** Every text that names the person: none may be left where it can be changed. */
export const secrets = ['mila.sorensen@nordlicht.test', 'mila@home.test', '+46 70 174 06 05', 'Mila', 'Sörensen'];

const address = 'mila.sorensen@nordlicht.test';

/** Fills an account. Its custom object for locks and runs is there, as after an installation. */
export function scene(): Scene {
  const seed = new Seed();
  const { zendesk } = seed;
  zendesk.configure({ customObjects: ['lethe_anonymization'] });
  for (const key of ['anonymized_at', 'anonymization_lock']) seed.userField(key);
  const agent = (name: string, locale = 'en-US') =>
    seed.user({ name, emails: [`${name.split(' ')[0]?.toLowerCase() ?? ''}@helpdesk.test`], role: 'agent', locale });
  const ines = agent('Ines Okafor');
  const pavel = agent('Pavel Horak');
  const otto = agent('Otto Lind');
  const german = agent('Greta Vogel', 'de');
  const swedish = agent('Nils Berg', 'sv');
  seed.group('Privacy', [ines, pavel, german, swedish]);
  seed.group('Support', [otto, ines]);
  const mila = seed.user({
    name: 'Mila Sörensen',
    emails: [address, 'mila@home.test'],
    phones: ['+46 70 174 06 05'],
    company: 'Nordlicht Bikes',
    notes: 'Prefers to be called in the morning.',
    details: 'Lives in Uppsala.',
    picture: 'mila.jpg',
    tags: ['loyal'],
  });
  const jonas = seed.user({ name: 'Jonas Falk', emails: ['jonas.falk@nordlicht.test'], company: 'Nordlicht Bikes' });
  seed.session(mila);
  const open = openTicket(seed, { mila, jonas, ines });
  const closed = closedTicket(seed, { mila, ines });
  seed.ticket({
    by: jonas,
    subject: 'Invoice 2071',
    comments: [
      { by: jonas, text: 'Please send the invoice to our office.' },
      { by: ines, text: `Done. A copy went to ${address} as well.`, public: true },
    ],
  });
  seed.suspendedTicket({
    author: { id: mila, name: 'Mila Sörensen', email: address },
    subject: 'Am I heard?',
    content: 'Mila here, my mail came back.',
  });
  return { zendesk, seed, mila, jonas, ines, pavel, otto, german, swedish, open, closed };
}

interface Cast {
  readonly mila: number;
  readonly jonas?: number;
  readonly ines: number;
}

function openTicket(seed: Seed, { mila, jonas = 0, ines }: Cast): number {
  const via = {
    channel: 'email',
    from: { address, name: 'Mila Sörensen' },
    to: { address: 'support@helpdesk.test', name: 'Support' },
  };
  return seed.ticket({
    by: mila,
    subject: 'Brake of my bike squeals, Mila Sörensen',
    status: 'open',
    via,
    email_cc_ids: [mila, jonas],
    fields: { 'Callback number': '+46 70 174 06 05' },
    comments: [
      {
        by: mila,
        text: 'Hello, the rear brake squeals since Monday. Greetings, Mila Sörensen, +46 70 174 06 05',
        files: [{ name: 'brake-mila.txt', inside: 'sound of a brake, by Mila' }],
      },
      { by: ines, text: 'Hello Mila, please bring it in on Thursday.' },
      { by: mila, text: 'Thursday is fine. Mila', via },
      { by: ines, text: 'Spoke to Mila Sörensen on the phone, she will come at ten.', public: false },
    ],
  });
}

function closedTicket(seed: Seed, { mila, ines }: Cast): number {
  return seed.ticket({
    by: mila,
    subject: 'Delivery to Mila Sörensen',
    status: 'closed',
    comments: [
      { by: mila, text: 'When will it be delivered? Mila Sörensen' },
      { by: ines, text: 'Tomorrow, Mila.' },
    ],
  });
}
