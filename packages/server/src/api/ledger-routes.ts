import { ledgerEntrySchema, positionFrom, verifyLedger } from '@lethe/core';
import { z } from 'zod';
import type { App } from '../http/routes.ts';
import { API } from './shapes.ts';
import type { Work } from './work.ts';

const tags = ['ledger'];
const auditor = { needs: 'read-ledger' } as const;

const verdictSchema = z
  .strictObject({
    ok: z.boolean(),
    entries: z.int().optional(),
    head: z
      .string()
      .optional()
      .describe('To note down, outside: a later check against it shows whether an end was cut off.'),
    at: z.int().optional(),
    because: z.enum(['changed', 'missing', 'reordered', 'truncated']).optional(),
  })
  .meta({ id: 'LedgerVerdict' });

/** The ledger, page by page, and whether it is whole. */
export function ledgerRoutes(app: App, { ground }: Work): void {
  const page = {
    ...{ summary: 'Entries, newest first; with `after` oldest first', tags },
    querystring: z.strictObject({
      before: z.coerce.number().int().min(1).optional(),
      after: z.coerce.number().int().min(0).optional(),
      most: z.coerce.number().int().min(1).max(500).default(100),
    }),
    response: { 200: z.strictObject({ entries: z.array(ledgerEntrySchema).readonly() }) },
  };
  app.get(`${API}/ledger`, { config: auditor, schema: page }, async (request) => ({
    entries: [...(await ground.store.api.ledgerPage(request.query))],
  }));
  const verify = {
    ...{ summary: 'Whether the ledger is whole', tags },
    body: z.strictObject({ head: z.string().max(100).optional().describe('A head that was noted earlier.') }),
    response: { 200: verdictSchema },
  };
  app.post(`${API}/ledger/verify`, { config: auditor, schema: verify }, async (request) => {
    const { head } = request.body;
    if (head !== undefined) positionFrom(head);
    return verifyLedger(ground.store.ledger(), head);
  });
}
