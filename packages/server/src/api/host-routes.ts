import { HostError, RuleError } from '@lethe/core';
import type { OpenHost } from '@lethe/hosts';
import type { AddedHost } from '@lethe/storage';
import { z } from 'zod';
import { Refusal } from '../http/refusal.ts';
import type { App } from '../http/routes.ts';
import { signedIn } from '../sign-in/session-routes.ts';
import { requireKeys } from '../work/host-keys.ts';
import type { KnownHost } from '../work/hosts.ts';
import { mayReach } from '../work/seen.ts';
import { hostKeys, hostSettings, preflightOf, preflightSchema, wordsSchema } from './preflight.ts';
import { API, byName, hostName, none, version } from './shapes.ts';
import type { Work } from './work.ts';

const tags = ['hosts'];
const configure = { needs: 'configure', fresh: true } as const;

const hostSchema = z
  .strictObject({
    name: hostName,
    where: z.string(),
    from: z.enum(['file', 'api']).describe('file: it stands in the settings file and is changed there.'),
    kind: z.string().optional(),
    version: z.int().optional(),
    settings: z.looseObject({}).optional().describe('For those who configure. Never a key.'),
    variables: z.array(z.string()).readonly().optional().describe('Names of the keys that are kept, sealed.'),
    product: z.string().optional().describe('What it is, in the list: missing where it cannot be opened.'),
    words: wordsSchema.optional().describe('What it calls things, in the list: missing where it cannot be opened.'),
  })
  .meta({ id: 'Host' });

const addSchema = z.strictObject({ name: hostName, kind: z.string().max(40), settings: hostSettings, keys: hostKeys });
const changeSchema = z.strictObject({ settings: hostSettings, keys: hostKeys, seen: version });

/** Hosts: those of the settings file, and those that are added here. */
export function hostRoutes(app: App, work: Work): void {
  const list = {
    ...{ summary: 'Every host there is', tags },
    response: { 200: z.strictObject({ hosts: z.array(hostSchema).readonly() }) },
  };
  app.get(`${API}/hosts`, { config: { needs: 'preview' }, schema: list }, async (request) => {
    const operator = signedIn(request.operator);
    const known = (await work.desks.hosts.all()).filter(({ name }) => mayReach(operator, name));
    return { hosts: await Promise.all(known.map(async (host) => listedHost(work, host))) };
  });
  const one = { summary: 'A host with its settings', tags, params: byName, response: { 200: hostSchema } };
  app.get(`${API}/hosts/:name`, { config: { needs: 'configure' }, schema: one }, async (request) =>
    shownHost(await knownHost(work, request.params.name), true),
  );
  preflightRoute(app, work);
  addRoute(app, work);
  changeRoute(app, work);
  removeRoute(app, work);
}

function preflightRoute(app: App, { desks }: Work): void {
  const schema = {
    ...{ summary: 'Everything that keeps a host from being used now', tags, params: byName },
    response: { 200: preflightSchema },
  };
  app.post(`${API}/hosts/:name/preflight`, { config: { needs: 'preview' }, schema }, async (request) => {
    const { name } = request.params;
    return preflightOf(async () => {
      const opened = mayReach(signedIn(request.operator), name) ? await desks.hosts.open(name) : undefined;
      if (opened === undefined) throw new Refusal('not-found');
      return opened.host;
    });
  });
}

const versioned = z.strictObject({ version: z.int() });

function addRoute(app: App, work: Work): void {
  const schema = { summary: 'Add a host', tags, body: addSchema, response: { 201: versioned } };
  app.post(`${API}/hosts`, { config: configure, schema }, async (request, reply) => {
    const { name, kind, settings: written, keys: given } = request.body;
    if ((await work.desks.hosts.find(name))?.from === 'file') throw new Refusal('settings-file');
    work.desks.hosts.checked(kind, written);
    const sealed = new Map(Object.entries(given));
    requireKeys({ settings: written, keys: sealed, kept: [], moved: true });
    const change = { name, kind, settings: written, keys: sealed, by: signedIn(request.operator).id, seen: 0 };
    return reply.code(201).send({ version: await work.ground.store.api.hosts.change(change) });
  });
}

function changeRoute(app: App, work: Work): void {
  const answer = { 200: versioned };
  const schema = { summary: 'Change a host, or its keys', tags, params: byName, body: changeSchema, response: answer };
  app.put(`${API}/hosts/:name`, { config: configure, schema }, async (request) => {
    const { name, added } = await addedHost(work, request.params.name);
    const { settings: written, keys: given, seen } = request.body;
    const after = work.desks.hosts.checked(added.kind, written);
    const sealed = new Map(Object.entries(given));
    const moved = addressesOf(after) !== addressesBefore(work, added);
    requireKeys({ settings: written, keys: sealed, kept: added.variables, moved });
    const by = signedIn(request.operator).id;
    const { api } = work.ground.store;
    const version = await api.hosts.change({ name, kind: added.kind, settings: written, keys: sealed, by, seen });
    // Whoever signs who comes in from its menu is another now.
    if (moved) await api.entries.remove(name, by);
    return { version };
  });
}

/** What cannot be told any more, as an administrator allows it no longer, counts as another address. */
function addressesBefore({ desks }: Work, { kind, settings: written }: AddedHost): string | undefined {
  try {
    return addressesOf(desks.hosts.checked(kind, written));
  } catch (error) {
    if (error instanceof RuleError) return undefined;
    throw error;
  }
}

function addressesOf({ addresses, where }: OpenHost): string {
  return (addresses ?? [where]).join(' ');
}

function removeRoute(app: App, work: Work): void {
  const schema = { summary: 'Take a host away; its keys are destroyed', tags, params: byName, response: none };
  app.delete(`${API}/hosts/:name`, { config: configure, schema }, async (request, reply) => {
    const { name } = await addedHost(work, request.params.name);
    const by = signedIn(request.operator).id;
    await work.ground.store.api.hosts.remove(name, by);
    await work.ground.store.api.entries.remove(name, by);
    return reply.code(204).send();
  });
}

async function knownHost({ desks }: Work, name: string): Promise<KnownHost> {
  const known = await desks.hosts.find(name);
  if (known === undefined) throw new Refusal('not-found');
  return known;
}

async function addedHost(work: Work, name: string): Promise<Required<KnownHost>> {
  const { added, ...known } = await knownHost(work, name);
  if (added === undefined) throw new Refusal('settings-file');
  return { ...known, added };
}

/** A host in the list, in its own words. One that cannot be opened is listed all the same. */
async function listedHost({ desks }: Work, host: KnownHost): Promise<z.infer<typeof hostSchema>> {
  try {
    const opened = await desks.hosts.open(host.name);
    if (opened === undefined) return shownHost(host, false);
    const { name, words } = opened.host.profile;
    return { ...shownHost(host, false), product: name, words: { ...words } };
  } catch (error) {
    if (!(error instanceof HostError || error instanceof RuleError)) throw error;
    return shownHost(host, false);
  }
}

function shownHost({ name, where, from, added }: KnownHost, whole: boolean): z.infer<typeof hostSchema> {
  if (added === undefined) return { name, where, from };
  const { kind, version: number, settings: written, variables } = added;
  return {
    name,
    where,
    from,
    kind,
    version: number,
    ...(whole ? { settings: { ...written }, variables: [...variables] } : {}),
  };
}
