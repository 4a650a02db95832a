import type { Nightly } from '../durable/worker-options.ts';
import type { Round } from '../operations/rounds.ts';
import { doLooks } from './look-through.ts';
import type { WatchGround } from './look-through.ts';

/** Minutes after midnight: runs of the night have begun by then. */
const AT = 180;
const EVERY = 10_000;

/** Every night what is over is destroyed, and all hosts are to be looked through. */
export function watchNight(place: WatchGround, timeZone: string): Nightly {
  const { store, clock } = place.ground;
  return {
    name: 'watch',
    hours: async () => ({ zone: timeZone, minutes: AT }),
    begin: async () => {
      await store.suppression.destroyExpired();
      const hosts = await place.desks.hosts.all();
      await store.looks.ask(
        hosts.map(({ name }) => name),
        clock.now(),
      );
    },
  };
}

/** Does looks that are due, of the night or of somebody who asked. */
export function lookRound(place: WatchGround): Round {
  return { name: 'looks', everyMilliseconds: EVERY, turn: async (signal) => doLooks(place, signal) };
}
