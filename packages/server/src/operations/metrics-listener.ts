import { createServer } from 'node:http';
import type { MetricsSettings } from '@lethe/settings';
import type { Metrics } from './metrics.ts';

/** A port of this machine that answers `GET /metrics` and nothing else. */
export interface MetricsListener {
  readonly address: string;
  close(): Promise<void>;
}

/** Listens there; resolves when it does. */
export async function listenForMetrics(
  metrics: Metrics,
  { host, port }: NonNullable<MetricsSettings['listen']>,
): Promise<MetricsListener> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    void metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen({ host, port }, resolve);
  });
  const bound = server.address();
  const at = typeof bound === 'object' && bound !== null ? bound.port : port;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { address: `http://${host.includes(':') ? `[${host}]` : host}:${at}`, close };
}
