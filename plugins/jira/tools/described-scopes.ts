import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endpoints, isForApps } from '../src/endpoints.ts';
import { scopeOf } from './scopes.ts';

/** Where Atlassian's linters fetch the two descriptions from, as part of the address; and what the files are called in a folder of them. */
const documents = [
  { address: 'jira/platform/swagger-v3', file: 'jira-platform-v3.json', begins: '/rest/api/' },
  { address: 'jira/service-desk/swagger', file: 'jira-servicedesk.json', begins: '/rest/servicedeskapi/' },
] as const;

/** What the linters are given in place of what they would fetch: Atlassian's documents from a folder, else our own table of scopes. */
export async function describedScopes(folder: string | undefined): Promise<Readonly<Record<string, unknown>>> {
  const described = new Map<string, unknown>();
  for (const { address, file, begins } of documents)
    described.set(address, folder === undefined ? ourDescription(begins) : await read(join(folder, file)));
  return Object.fromEntries(described);
}

async function read(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}

function ourDescription(begins: string): unknown {
  const paths = new Map<string, Record<string, unknown>>();
  for (const endpoint of endpoints.filter(isForApps)) {
    const [method = '', path = ''] = endpoint.split(' ');
    if (!path.startsWith(begins)) continue;
    const scope = scopeOf[endpoint];
    const scopes = [{ scheme: 'OAuth2', state: 'Current', scopes: scope === undefined ? [] : [scope] }];
    paths.set(path, { ...paths.get(path), [method.toLowerCase()]: { 'x-atlassian-oauth2-scopes': scopes } });
  }
  return { openapi: '3.0.1', info: {}, paths: Object.fromEntries(paths) };
}
