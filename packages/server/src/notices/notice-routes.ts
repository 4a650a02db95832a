import { languages, mailAddress } from '@lethe/settings';
import { noticeKinds } from '@lethe/storage';
import type { Preferences } from '@lethe/storage';
import { z } from 'zod';
import { API, none } from '../api/shapes.ts';
import type { Work } from '../api/work.ts';
import { Refusal } from '../http/refusal.ts';
import type { App } from '../http/routes.ts';
import { signedIn } from '../sign-in/session-routes.ts';
import { isAllowed } from './telling.ts';

const tags = ['notices'];
const language = z.enum(languages);
const unwanted = z.array(z.enum(noticeKinds)).max(noticeKinds.length).readonly();

const preferencesSchema = z
  .strictObject({
    mails: z.boolean().describe('Whether this installation sends mails at all.'),
    address: z.string().optional().describe('Personal: your own, for you alone.'),
    from: z.enum(['own', 'provider', 'none']),
    language: language.optional().describe('Missing: that of the installation.'),
    unwanted,
  })
  .meta({ id: 'NoticePreferences' });

const chosenSchema = z.strictObject({
  address: mailAddress.optional().describe('Without one no mails are sent to you.'),
  language: language.optional(),
  unwanted: unwanted.default([]),
});

/** How operators are told by mail: each for themselves. */
export function noticeRoutes(app: App, work: Work): void {
  const { notices } = work.ground.store;
  const config = { needs: 'signed-in' } as const;
  const response = { 200: preferencesSchema };
  const read = { summary: 'How you are told by mail', tags, response };
  app.get(`${API}/notice-preferences`, { config, schema: read }, async (request) =>
    shown(work, await notices.preferencesOf(signedIn(request.operator).id)),
  );
  const write = { summary: 'Choose how you are told by mail', tags, body: chosenSchema, response };
  app.put(`${API}/notice-preferences`, { config, schema: write }, async (request) => {
    const { id } = signedIn(request.operator);
    const { address, language: chosen, unwanted: kinds } = request.body;
    requireAllowed(work, address);
    await notices.choose(id, {
      unwanted: kinds,
      ...(address === undefined ? {} : { address }),
      ...(chosen === undefined ? {} : { language: chosen }),
    });
    return shown(work, await notices.preferencesOf(id));
  });
  testRoute(app, work);
  const counts = z.strictObject({ waiting: z.int(), sent: z.int(), gaveUp: z.int() }).meta({ id: 'NoticeCounts' });
  const count = { summary: 'Mails of the last 30 days', tags, response: { 200: counts } };
  app.get(`${API}/notices`, { config: { needs: 'configure' }, schema: count }, async () => notices.counts());
}

function testRoute(app: App, work: Work): void {
  const { store, settings } = work.ground;
  const schema = { summary: 'Send yourself a mail', tags, response: none };
  app.post(`${API}/notice-preferences/test`, { config: { needs: 'signed-in' }, schema }, async (request, reply) => {
    const { id: operator } = signedIn(request.operator);
    if (settings.server.mail === undefined) throw new Refusal('no-mails');
    if ((await store.notices.preferencesOf(operator))?.address === undefined) throw new Refusal('no-address');
    const retryAfter = await store.signIn.countTry({ of: ['test-mail', operator], atOnce: 3, everySeconds: 60 });
    if (retryAfter > 0) throw new Refusal('too-many', { retryAfter });
    await store.notices.put({
      ...{ id: work.ground.uuid(), operator, kind: 'test' },
      about: { count: 1, runs: [], hosts: [] },
    });
    return reply.code(204).send();
  });
}

function requireAllowed({ ground }: Work, address: string | undefined): void {
  const { mail } = ground.settings.server;
  if (address === undefined || mail === undefined || isAllowed(address, mail)) return;
  throw new Refusal('address-elsewhere', { at: 'body.address' });
}

function shown({ ground }: Work, known: Preferences | undefined): z.infer<typeof preferencesSchema> {
  const { address, language: chosen, unwanted: kinds = [], own } = known ?? {};
  const asWritten = languages.find((one) => one === chosen);
  return {
    mails: ground.settings.server.mail !== undefined,
    from: address === undefined ? 'none' : own === true ? 'own' : 'provider',
    unwanted: [...kinds],
    ...(address === undefined ? {} : { address }),
    ...(asWritten === undefined ? {} : { language: asWritten }),
  };
}
