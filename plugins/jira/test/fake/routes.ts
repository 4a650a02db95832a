import { attachmentRoutes, watcherRoutes, worklogRoutes } from './attachment-routes.ts';
import { bulkRoutes } from './bulk-routes.ts';
import { commentRoutes } from './comment-routes.ts';
import { customerRoutes } from './customer-routes.ts';
import { fieldRoutes } from './field-routes.ts';
import { historyRoutes } from './history-routes.ts';
import { issueRoutes } from './issue-routes.ts';
import type { Jira } from './jira.ts';
import { permissionRoutes } from './permission-routes.ts';
import { redactRoutes } from './redact-routes.ts';
import type { Route } from './route.ts';
import { searchRoutes } from './search-routes.ts';
import { serviceDeskRoutes } from './service-desk-routes.ts';
import { userRoutes } from './user-routes.ts';

/** A route with its path ready to be met. */
export interface Ready extends Route {
  readonly method: string;
  /** The path with its gaps empty, which limits go by. */
  readonly template: string;
  readonly pattern: RegExp;
}

/** All endpoints. */
export function routesOf(jira: Jira): readonly Ready[] {
  const all = [
    ...userRoutes(jira),
    ...searchRoutes(jira),
    ...issueRoutes(jira),
    ...commentRoutes(jira),
    ...worklogRoutes(jira),
    ...attachmentRoutes(jira),
    ...watcherRoutes(jira),
    ...historyRoutes(jira),
    ...bulkRoutes(jira),
    ...redactRoutes(jira),
    ...fieldRoutes(jira),
    ...permissionRoutes(jira),
    ...serviceDeskRoutes(jira),
    ...customerRoutes(jira),
  ];
  return all.map((route) => {
    const [method = '', path = ''] = route.endpoint.split(' ');
    const pattern = new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
    return { ...route, method, template: path.replaceAll(/\{\w+\}/g, '{}'), pattern };
  });
}
