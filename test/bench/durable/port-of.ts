import type { Server } from 'node:http';

/** The port a server listens on. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('The server does not listen on a port.');
  return address.port;
}
