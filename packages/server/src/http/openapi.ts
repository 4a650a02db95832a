import swagger from '@fastify/swagger';
import { createJsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { App, Needs } from './routes.ts';

/** Where the description is published. */
const OPENAPI_PATH = '/api/openapi.json';

const jsonSchema = createJsonSchemaTransform({});

/** Describes every route from its schemas, with who may use it as `x-lethe-needs`. */
export async function describeRoutes(app: App, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Lethe', version, description: 'Anonymize a person, keep the tickets, prove it.' },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: '__Host-lethe', description: 'Set by a sign-in.' },
          token: { type: 'apiKey', in: 'header', name: 'x-lethe-csrf', description: 'From GET /session.' },
        },
      },
    },
    transform: (given) => {
      const { schema, url } = jsonSchema(given);
      const { config, method } = given.route;
      const unsafe = method !== 'GET';
      const extra = { 'x-lethe-needs': config?.needs, security: securityFor(config?.needs, unsafe) };
      return { schema: { ...schema, response: { ...answersOf(schema), default: problem }, ...extra }, url };
    },
    transformObject: jsonSchemaTransformObject,
  });
}

/** Every operation may answer one. */
const problem = { description: 'Refused or failed', $ref: '#/components/schemas/Problem' };

function answersOf({ response }: { readonly response?: unknown }): object {
  return typeof response === 'object' && response !== null ? response : {};
}

function securityFor(needs: Needs | undefined, unsafe: boolean): Record<string, string[]>[] {
  const session = needs === 'nobody' ? {} : { session: [] };
  return [{ ...session, ...(unsafe ? { token: [] } : {}) }];
}

/** Publishes the description for whoever writes a client. */
export function publishDescription(app: App): void {
  const schema = { hide: true, response: { 200: z.unknown() } };
  app.get(OPENAPI_PATH, { config: { needs: 'nobody' }, schema }, async () => app.swagger());
}
