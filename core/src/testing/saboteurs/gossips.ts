import { HostError } from '../../errors.ts';
import type { Host, ReadyStep, Spot } from '../../host.ts';
import { mint } from '../mint.ts';
import { but, law } from './saboteur.ts';
import type { Saboteur } from './saboteur.ts';

/** Hosts that let personal text out. */
export const gossips: readonly Saboteur[] = [
  {
    that: 'repeats what it was sent in its errors',
    caughtBy: law(11, 'These secrets got out'),
    wrap: (host) =>
      but(host, {
        apply: (group) =>
          host.apply(group).catch((error: unknown) => {
            throw new HostError(error instanceof HostError ? error.code : 'down', `Not taken: ${sent(group.steps)}`);
          }),
      }),
  },
  {
    that: 'repeats what it was sent in its receipts',
    caughtBy: law(11, 'These secrets got out'),
    wrap: (host) =>
      but(host, {
        apply: async (group) =>
          (await host.apply(group)).map((receipt) => ({ ...receipt, remedy: `Was: ${sent(group.steps)}` })),
      }),
  },
  {
    that: 'names spots by what they hold',
    caughtBy: law(11, 'These secrets got out'),
    wrap: (host) => spoken(host, (spot, text) => ({ ...spot, label: text })),
  },
  {
    that: 'makes ids out of what spots hold',
    caughtBy: law(11, 'These secrets got out'),
    wrap: (host) =>
      spoken(host, (spot, text) => ({ ...spot, id: mint('spot', `${spot.id}/${encodeURIComponent(text)}`) })),
  },
];

function sent(steps: readonly ReadyStep[]): string {
  return steps.map((step) => step.before?.reveal() ?? '').join();
}

/** Changes how texts of accounts are listed. */
function spoken(host: Host, change: (spot: Spot, text: string) => Spot): Host {
  return but(host, {
    spots: async function* (scopes) {
      for await (const spot of host.spots(scopes))
        yield spot.kind === 'person.email' && spot.content.form === 'plain'
          ? change(spot, spot.content.text.reveal())
          : spot;
    },
  });
}
