import { fileURLToPath } from 'node:url';
import files from '@fastify/static';
import { z } from 'zod';
import { originOf } from '../http/origin.ts';
import { pageSchema } from '../http/pages.ts';
import { Refusal } from '../http/refusal.ts';
import type { App, Routes } from '../http/routes.ts';
import { policyOfConsole } from '../http/security-headers.ts';
import { builtConsole, pageIn, sendConsole, sendNotBuilt } from './console-page.ts';
import { consolePaths } from './console-paths.ts';

const YEAR = 31_536_000_000;
const tags = ['console'];

/** The web console: its page at each of its addresses, and the files the page names. */
export function consoleRoutes(...given: Parameters<Routes>): ReturnType<Routes> {
  return consoleRoutesOf(builtConsole)(...given);
}

/** The same from another folder, as a test has it. */
export function consoleRoutesOf(folder: URL): Routes {
  return async (app, { settings }) => {
    const page = await pageIn(folder);
    const schema = { ...pageSchema, tags, summary: 'A page of the console' };
    const helmet = { contentSecurityPolicy: policyOfConsole(originOf(settings.server)), enableCSPNonces: true };
    const options = { config: { needs: 'nobody' }, schema, helmet } as const;
    for (const path of consolePaths) {
      app.get(path, options, async (_request, reply) =>
        page === undefined ? sendNotBuilt(reply) : sendConsole(page, reply),
      );
    }
    if (page !== undefined) await app.register(files, filesIn(folder));
    assetRoute(app, page !== undefined);
  };
}

/** The build has packed every file already. */
function filesIn(folder: URL) {
  return { root: fileURLToPath(new URL('assets/', folder)), serve: false, preCompressed: true } as const;
}

const named = z.strictObject({ file: z.string().regex(/^[A-Za-z0-9_-]{1,80}\.(?:js|css|svg)$/) });

/** A file's name says what is in it, so a browser may keep it for good. */
function assetRoute(app: App, built: boolean): void {
  const response = { 200: { content: { 'application/octet-stream': { schema: z.string() } } } };
  const schema = { params: named, tags, summary: 'A file of the console', response };
  app.get('/assets/:file', { config: { needs: 'nobody' }, schema, attachValidation: true }, async (request, reply) => {
    if (!built || request.validationError !== undefined) throw new Refusal('not-found');
    return reply.sendFile(request.params.file, { maxAge: YEAR, immutable: true });
  });
}
