import { outcomes } from '@lethe/core';
import { z } from 'zod';
import type { App } from '../http/routes.ts';
import { signedIn } from '../sign-in/session-routes.ts';
import { rightsNow } from '../work/seen.ts';
import { runStates } from './run-shape.ts';
import { API } from './shapes.ts';
import type { Work } from './work.ts';

const count = z.int().min(0);
const WEEK = 7 * 86_400_000;

const weekSchema = z
  .strictObject({
    week: z.iso.date().describe('Its Monday, in UTC. Weeks without anything are left out.'),
    runs: z.partialRecord(z.enum(runStates), count).readonly().describe('Runs begun in it, by what they are at now.'),
    outcomes: z.partialRecord(z.enum(outcomes), count).readonly().describe('Steps settled in it.'),
  })
  .meta({ id: 'WeekFigures' });

/** Figures for charts: counts alone. */
export function figuresRoutes(app: App, work: Work): void {
  const schema = {
    ...{ summary: 'Runs and outcomes by week: of all for those who approve or audit, else your own', tags: ['runs'] },
    querystring: z.strictObject({ weeks: z.coerce.number().int().min(1).max(53).default(12) }),
    response: { 200: z.strictObject({ weeks: z.array(weekSchema).readonly() }) },
  };
  app.get(`${API}/figures`, { config: { needs: 'preview' }, schema }, async (request) => {
    const operator = signedIn(request.operator);
    const rights = await rightsNow(work.desks, operator);
    const seesAll = rights.includes('approve') || rights.includes('read-ledger');
    const since = new Date(work.ground.clock.now().getTime() - request.query.weeks * WEEK);
    const approvedBy = seesAll ? undefined : operator.id;
    return { weeks: await work.ground.store.api.weeks({ since, approvedBy }) };
  });
}
