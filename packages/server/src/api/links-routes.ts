import type { App } from '../http/routes.ts';
import { documentKinds } from '../work/documents.ts';
import { linksSchema } from '../work/links.ts';
import { API } from './shapes.ts';
import type { Work } from './work.ts';

/** The links an organization set, for every page: they are shown to whoever signs in, too. */
export function linksRoutes(app: App, { desks }: Work): void {
  const schema = {
    ...{
      summary: 'Links to the privacy policy, feedback and support, and the note on legal advice',
      tags: ['settings'],
    },
    response: { 200: linksSchema },
  };
  app.get(`${API}/links`, { config: { needs: 'nobody' }, schema }, async () => ({
    ...(await desks.documents.current(documentKinds.links)).document,
  }));
}
