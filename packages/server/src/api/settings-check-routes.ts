import { z } from 'zod';
import type { App } from '../http/routes.ts';
import { documentKinds } from '../work/documents.ts';
import { differingPaths } from '../work/differing-paths.ts';
import { API } from './shapes.ts';
import { byDocument } from './settings-routes.ts';
import type { Work } from './work.ts';

const checkSchema = z
  .strictObject({
    faults: z
      .array(z.strictObject({ at: z.string(), says: z.string() }))
      .readonly()
      .describe('Where it does not fit; what was written there is not repeated.'),
    changes: z.array(z.string()).readonly().describe('The settings that would differ from now.'),
  })
  .meta({ id: 'SettingsCheck' });

/** What a new version of a settings document would be worth, before it is written. */
export function settingsCheckRoutes(app: App, { desks }: Work): void {
  const schema = {
    ...{ summary: 'Check a document, and count what would change', tags: ['settings'], params: byDocument },
    ...{ body: z.strictObject({ document: z.looseObject({}) }), response: { 200: checkSchema } },
  };
  app.post(`${API}/settings/:document/check`, { config: { needs: 'configure' }, schema }, async (request) => {
    const kind = documentKinds[request.params.document];
    const parsed = kind.schema.safeParse(request.body.document);
    if (parsed.success) {
      const { document } = await desks.documents.current<object>(kind);
      return { faults: [], changes: differingPaths(document, parsed.data) };
    }
    return { faults: parsed.error.issues.map(faultOf), changes: [] };
  });
}

/** A `RuleError` has fixed words after its path; what zod says may repeat what was written. */
function faultOf({ path, code, message }: z.core.$ZodIssue): { readonly at: string; readonly says: string } {
  const at = path.map(String).join('.');
  return { at, says: code === 'custom' ? message.replace(`${at}: `, '') : 'does not fit here' };
}
