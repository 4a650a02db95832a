import { Fenced, HostError } from '@lethe/core';
import type { Call, HttpPort } from '../../http-port.ts';
import type { Watch } from '../account/account-lock.ts';

/** How long a call is put off that has waited past what the lock is good for. */
const SHORTLY = 1_000;

/** One governed way into Zendesk, with and without the gate. */
export interface GatedPort {
  /** For the host: no call writes once the person was lost to another agent. */
  readonly port: HttpPort;
  /** For the lock and the log themselves. */
  readonly open: HttpPort;
}

/**
 * Puts the lock before every writing call, twice: before the governor, where Zendesk can be asked whether the person still is
 * ours, and behind it without asking, as a call may have waited there for minutes. Throws `Fenced` once the person is lost.
 */
export function gated(transport: HttpPort, govern: (port: HttpPort) => HttpPort, watch: () => Watch): GatedPort {
  const guarded = new WeakSet<Call>();
  const open = govern(async (call) => {
    if (guarded.has(call)) refuseUnsure(watch(), call);
    return transport(call);
  });
  const port: HttpPort = async (call) => {
    if (call.method === 'GET') return open(call);
    await watch().assure();
    guarded.add(call);
    return open(call);
  };
  return { port, open };
}

function refuseUnsure(watch: Watch, { what }: Call): void {
  const standing = watch.standing();
  if (standing === 'lost') throw new Fenced();
  if (standing === 'sure') return;
  const retryAt = new Date(watch.now().getTime() + SHORTLY);
  throw new HostError('too-fast', `The wait before Zendesk could ${what} was longer than the lock is good for.`, {
    retryAt,
    waits: 'host',
  });
}
