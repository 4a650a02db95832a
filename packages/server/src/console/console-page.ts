import { readFile } from 'node:fs/promises';
import type { FastifyReply } from 'fastify';
import { html, sendPage } from '../http/pages.ts';

/** Where `npm run build` puts the console; the same from the sources and from what is made of them. */
export const builtConsole = new URL('../../../console/dist/', import.meta.url);

/** The console's page as it was built, read once; nothing where it was not built. */
export async function pageIn(folder: URL): Promise<string | undefined> {
  const page = await readFile(new URL('index.html', folder), 'utf8').catch(() => undefined);
  // The build puts one place for a nonce everywhere; a sheet is allowed by the other one.
  return page?.replace(/(<link rel="stylesheet"[^>]*)\{\{nonce\}\}/g, '$1{{style-nonce}}');
}

/** Answers with the console's page: what it loads is allowed by the nonces of this answer. */
export function sendConsole(page: string, reply: FastifyReply): FastifyReply {
  const { script, style } = reply.cspNonce;
  const filled = page.replaceAll('{{style-nonce}}', style).replaceAll('{{nonce}}', script);
  return reply.type('text/html; charset=utf-8').serializer(asItIs).send(filled);
}

/** Answers that there is no console, and how there will be one. */
export function sendNotBuilt(reply: FastifyReply): FastifyReply {
  const body = html`<p>
      The console was not built. Run <code>npm run build</code> in the folder of Lethe, then start the server again.
    </p>
    <p>The <a href="/api/openapi.json">API</a> works without it.</p>`;
  return sendPage(reply, { title: 'No console here', status: 503, body });
}

function asItIs(text: string): string {
  return text;
}
