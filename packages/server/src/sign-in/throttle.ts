import { normalizeIP } from '@fastify/rate-limit';
import type { TryLimit } from '@lethe/storage';
import type { ServerGround } from '../ground.ts';
import { Refusal } from '../http/refusal.ts';

/** Who tries: an address, and the name that was typed, where there is one. */
export interface Trying {
  readonly address: string;
  readonly login?: string;
}

/**
 * Counts a try to sign in before it is made, in every process together. An address is slowed down soon for one name and later for all;
 * a name is slowed down for everybody only when very many try it, so that nobody can lock others out from one place. A name nobody
 * has counts like one that somebody has.
 * @throws Refusal `too-many` with the seconds to wait.
 */
export async function countTry({ store }: Pick<ServerGround, 'store'>, trying: Trying): Promise<void> {
  const waits = await Promise.all(limitsOf(trying).map(async (limit) => store.signIn.countTry(limit)));
  const wait = Math.max(...waits);
  if (wait > 0) throw new Refusal('too-many', { retryAfter: wait });
}

/**
 * Somebody proved who they are: their slips of the finger are forgotten. What their address did to others is not; this try alone is
 * given back, so that a whole office can sign in at nine.
 */
export async function forgive({ store }: Pick<ServerGround, 'store'>, trying: Trying): Promise<void> {
  const [address, ...others] = limitsOf(trying);
  if (address !== undefined) await store.signIn.giveBackTry(address);
  for (const { of } of others) await store.signIn.forgetTries(of);
}

/** Whoever has an IPv6 address has a whole network of 64 bits. */
function limitsOf({ address: asSent, login }: Trying): readonly TryLimit[] {
  const address = normalizeIP(asSent, 64);
  const byAddress: TryLimit = { of: ['address', address], atOnce: 30, everySeconds: 10 };
  if (login === undefined) return [byAddress];
  const name = login.normalize('NFKC').trim().toLowerCase();
  return [
    byAddress,
    { of: ['account at address', JSON.stringify([name, address])], atOnce: 6, everySeconds: 30 },
    { of: ['account', name], atOnce: 100, everySeconds: 20 },
  ];
}
