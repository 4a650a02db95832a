import { createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A way to a host on which a process can be struck at any call. */
export interface DeadlyProxy {
  readonly address: string;
  /** Calls `strike` at the call with this number from now (from 1): before it reaches the host, or when the host has answered. */
  strikeAt(call: number, when: 'before' | 'after', strike: () => void): void;
  /** Calls since the last `strikeAt`. */
  calls(): number;
  close(): Promise<void>;
}

/** Opens a way to `target` on 127.0.0.1. */
export async function openDeadlyProxy(target: string): Promise<DeadlyProxy> {
  const fate = { calls: 0, call: Infinity, when: 'before', strike: (): void => undefined };
  const server = createServer((incoming, outgoing) => {
    fate.calls += 1;
    const isHit = fate.calls === fate.call;
    if (isHit && fate.when === 'before') {
      fate.strike();
      outgoing.destroy();
      return;
    }
    pass(new URL(incoming.url ?? '/', target), incoming, {
      outgoing,
      answered: isHit ? () => fate.strike() : () => undefined,
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The proxy does not listen.');
  return {
    address: `http://127.0.0.1:${String(bound.port)}`,
    strikeAt: (call, when, strike) => Object.assign(fate, { calls: 0, call, when, strike }),
    calls: () => fate.calls,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

interface Passing {
  readonly outgoing: ServerResponse;
  /** Told when the host has answered, before the answer goes on. */
  readonly answered: () => void;
}

function pass(url: URL, incoming: IncomingMessage, { outgoing, answered }: Passing): void {
  const onward = request(
    url,
    { method: incoming.method, headers: { ...incoming.headers, host: url.host } },
    (answer) => {
      answered();
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    },
  );
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}
