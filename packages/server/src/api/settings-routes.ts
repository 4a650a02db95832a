import { z, ZodError } from 'zod';
import { RuleError } from '@lethe/core';
import { shownPlace } from '../http/problem.ts';
import type { App } from '../http/routes.ts';
import { signedIn } from '../sign-in/session-routes.ts';
import { documentKinds } from '../work/documents.ts';
import type { Current, DocumentEdit, Documents, DocumentName } from '../work/documents.ts';
import { API, moment, operatorId, version } from './shapes.ts';
import type { Work } from './work.ts';

const tags = ['settings'];
const configure = { needs: 'configure' } as const;
const names = [
  'rules',
  'permissions',
  'guards',
  'people',
  'holds',
  'approvals',
  'caps',
  'links',
  'watch',
] as const satisfies readonly DocumentName[];
/** One of the documents, by its name. */
export const byDocument = z.strictObject({ document: z.enum(names) });

const documentSchema = z
  .strictObject({
    version: z.int().describe('0: as it stands in the settings file.'),
    document: z.looseObject({}),
    changedBy: operatorId.optional(),
    changedAt: moment.optional(),
  })
  .meta({ id: 'SettingsDocument' });

/** Settings documents: rules, permissions, guards, people, holds, approvals, caps, watch. Every version is kept. */
export function settingsRoutes(app: App, { desks }: Work): void {
  const { documents } = desks;
  const read = {
    ...{ summary: 'A document as it is now, or an older version', tags, params: byDocument },
    querystring: z.strictObject({ version: z.coerce.number().int().min(0).optional() }),
    response: { 200: documentSchema, 204: z.undefined().describe('There is no such version.') },
  };
  app.get(`${API}/settings/:document`, { config: configure, schema: read }, async (request, reply) => {
    const found = await currentOf(documents, request.params.document, request.query.version);
    return found === undefined ? reply.code(204).send() : reply.code(200).send(shown(found));
  });
  const write = {
    ...{ summary: 'Write a new version; the ledger says so', tags, params: byDocument },
    body: z.strictObject({ document: z.looseObject({}), seen: version }),
    response: { 200: z.strictObject({ version: z.int() }) },
  };
  const config = { needs: 'configure', fresh: true } as const;
  app.put(`${API}/settings/:document`, { config, schema: write }, async (request) => {
    const { document, seen } = request.body;
    const by = signedIn(request.operator).id;
    return { version: await changed(documents, request.params.document, { document, seen, by }) };
  });
}

async function currentOf(
  documents: Documents,
  name: DocumentName,
  wanted: number | undefined,
): Promise<Current<object> | undefined> {
  const kind = documentKinds[name];
  return wanted === undefined ? documents.current<object>(kind) : documents.version<object>(kind, wanted);
}

async function changed(documents: Documents, name: DocumentName, edit: DocumentEdit): Promise<number> {
  try {
    return await documents.change<object>(documentKinds[name], edit);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    // The place alone, without names that were made up: what was written is not repeated.
    throw new RuleError(shownPlace(['document', ...(error.issues[0]?.path ?? [])]), 'does not fit here');
  }
}

function shown({ version: number, document, changedBy, changedAt }: Current<object>): z.infer<typeof documentSchema> {
  return {
    version: number,
    document: { ...document },
    ...(changedBy === undefined ? {} : { changedBy }),
    ...(changedAt === undefined ? {} : { changedAt: changedAt.toISOString() }),
  };
}
