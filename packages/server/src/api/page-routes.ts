import { dueReasons, hostErrorCodes, leftOut } from '@lethe/core';
import { z } from 'zod';
import type { App } from '../http/routes.ts';
import { signedIn } from '../sign-in/session-routes.ts';
import { shownOnPage } from '../work/pages.ts';
import type { PageAnswer } from '../work/pages.ts';
import { personSchema } from './people-routes.ts';
import { API, hostName, moment } from './shapes.ts';
import type { Work } from './work.ts';

const caseSchema = z.strictObject({
  id: z.string(),
  label: z.string().describe('Never personal.'),
  state: z.enum(['open', 'closed', 'archived']),
});

const foundSchema = z.strictObject({
  person: personSchema,
  case: caseSchema.optional().describe('The one the page shows, where the host shows cases.'),
  standing: z.enum(['ready', ...leftOut]).describe('What would stand in the way, as far as the page tells.'),
  due: z.array(z.strictObject({ because: z.enum(dueReasons), since: moment, only: z.string().optional() })).readonly(),
});

const answerSchema = z.strictObject({
  host: hostName,
  found: foundSchema.optional(),
  failed: z.strictObject({ code: z.enum(hostErrorCodes), says: z.string() }).optional(),
});

const querySchema = z.strictObject({
  address: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .describe('Of a page in the host’s own screen: site and path. Whatever it is asked with besides is not looked at.'),
});

/** Whom a page of a host shows: for the browser extension, which sits in that page and knows its address alone. */
export function pageRoutes(app: App, { desks }: Work): void {
  const schema = {
    ...{ summary: 'Whom a page of a host shows', tags: ['people'], querystring: querySchema },
    response: { 200: z.strictObject({ hosts: z.array(answerSchema).readonly() }) },
  };
  app.get(`${API}/pages`, { config: { needs: 'preview' }, schema }, async (request) => {
    const answers = await shownOnPage(desks, signedIn(request.operator), new URL(request.query.address));
    return { hosts: answers.map(asAnswered) };
  });
}

function asAnswered({ host, found, failed }: PageAnswer): z.infer<typeof answerSchema> {
  if (found === undefined) return { host, ...(failed === undefined ? {} : { failed }) };
  const { person, dossier, standing, due } = found;
  const shown = dossier && { id: dossier.id, label: dossier.label, state: dossier.state };
  return {
    host,
    found: {
      ...{ person, standing },
      ...(shown === undefined ? {} : { case: shown }),
      due: due.map(({ since, ...one }) => ({ ...one, since: since.toISOString() })),
    },
  };
}
