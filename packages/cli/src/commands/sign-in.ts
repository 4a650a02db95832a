import { requireRight } from '../flow/require-right.ts';
import { waitAt } from '../flow/wait-at.ts';
import { Stop } from '../stop.ts';
import type { Work } from './command.ts';

/** How long somebody may take to sign in. */
const PATIENCE = 10 * 60_000;

/**
 * `lethe sign-in`: lets the operator sign in to a host in their browser. What the host gives is sealed in the database and never
 * shown; later commands use it.
 */
export function signIn(wanted: string | undefined): Work {
  return async (session) => {
    requireRight(session, 'configure');
    const { name, settings, surroundings } = session.closedHost(wanted);
    const way = settings.signIn?.(surroundings);
    if (way === undefined)
      throw new Stop('usage', `Nobody has to sign in to ${name}: its settings name a key.`, 'See lethe hosts.');
    const place = await waitAt(way.comesBackTo);
    try {
      const begun = await way.begin(place.address);
      session.output.request(`Open this in a browser on this machine, and allow what it asks for:\n\n${begun.url}\n`);
      await place.answer(begun, { patience: PATIENCE, stopped: () => session.interrupted() });
    } finally {
      place.leave();
    }
    session.output.result(() => `Signed in to ${name}. To see whether it can be used: lethe hosts.`, { host: name });
    return 'ok';
  };
}
