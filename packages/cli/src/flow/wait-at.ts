import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { BrowserSignIn, SigningIn } from '@lethe/hosts';
import { Stop } from '../stop.ts';

/** How long to wait, in milliseconds, and whether somebody wants to stop. */
export interface Waiting {
  readonly patience: number;
  readonly stopped: () => boolean;
}

/** A place on this machine a browser comes back to. */
export interface Place {
  readonly address: string;
  /** Resolves when the browser brought the answer to this sign-in and what came of it is kept. Throws `Stop` or `HostError`. */
  answer(signIn: BrowserSignIn, waiting: Waiting): Promise<void>;
  leave(): void;
}

const LOOK = 250;

/** Waits at 127.0.0.1, where nobody but this machine comes. Throws `Stop` if the port is taken. */
export async function waitAt({ port, path }: SigningIn['comesBackTo']): Promise<Place> {
  const server = createServer();
  await listening(server, port);
  const bound = server.address();
  const address = `http://127.0.0.1:${String(typeof bound === 'object' && bound !== null ? bound.port : port)}${path}`;
  return {
    address,
    answer: async (signIn, waiting) => {
      const came = new Promise<void>((done, failed) => {
        server.on('request', (request, response) => {
          receive(request, response, { address, signIn }).then((isOver) => {
            if (isOver) done();
          }, failed);
        });
      });
      await Promise.race([came, overFor(server, waiting)]);
    },
    leave: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function listening(server: Server, port: number): Promise<void> {
  await new Promise<void>((ready, failed) => {
    server.on('error', failed);
    server.listen(port, '127.0.0.1', ready);
  }).catch(() => {
    throw new Stop(
      'configuration',
      `Port ${String(port)} of 127.0.0.1 is not free, and the sign-in has to come back to it.`,
      'End what uses it, or set another one in the settings of the host and with its OAuth client.',
    );
  });
}

interface Expected {
  readonly address: string;
  readonly signIn: BrowserSignIn;
}

/** Answers whether it was the one awaited: other pages may send a browser here too, and must not end the sign-in. */
async function receive(
  { url = '/' }: IncomingMessage,
  response: ServerResponse,
  { address, signIn }: Expected,
): Promise<boolean> {
  const cameTo = new URL(url, address);
  if (cameTo.pathname !== new URL(address).pathname || !signIn.isAnsweredBy(cameTo)) {
    await say(response, 404, 'There is nothing here.');
    return false;
  }
  try {
    await signIn.finish(cameTo);
  } catch (error) {
    await say(response, 400, 'The sign-in did not work. What to do stands in the terminal.');
    throw error;
  }
  await say(response, 200, 'Signed in. This page can be closed.');
  return true;
}

/** Resolves when it is said, or nobody listens any more. */
async function say(response: ServerResponse, status: number, text: string): Promise<void> {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', Connection: 'close' };
  response.writeHead(status, { ...headers, 'Referrer-Policy': 'no-referrer' });
  await new Promise<void>((said) => {
    response.on('close', said);
    response.end(`${text}\n`, said);
  });
}

/** Throws `Stop` when the time is over or somebody wants to stop; looks no more once the server is closed. */
async function overFor(server: Server, { patience, stopped }: Waiting): Promise<never> {
  const until = Date.now() + patience;
  return new Promise((_, failed) => {
    const looking = setInterval(() => {
      if (stopped()) failed(new Stop('interrupted', 'Nobody is signed in: the wait was interrupted.'));
      else if (Date.now() > until)
        failed(new Stop('host', 'Nobody came back from the sign-in in time.', 'Run lethe sign-in again.'));
    }, LOOK);
    server.on('close', () => {
      clearInterval(looking);
    });
  });
}
