import { accountRoutes } from './account-routes.ts';
import { chatRoutes } from './chat-routes.ts';
import { customObjectRoutes } from './custom-object-routes.ts';
import { helpCenterRoutes } from './help-center-routes.ts';
import { identityRoutes } from './identity-routes.ts';
import { redactionRoutes } from './redaction-routes.ts';
import type { Route } from './route.ts';
import { searchRoutes } from './search-routes.ts';
import { sideConversationRoutes, suspendedRoutes } from './suspended-routes.ts';
import { ticketRoutes } from './ticket-routes.ts';
import { userRoutes } from './user-routes.ts';
import type { Zendesk } from './zendesk.ts';

/** All endpoints. */
export function routesOf(zendesk: Zendesk): Route[] {
  return [
    accountRoutes,
    userRoutes,
    identityRoutes,
    ticketRoutes,
    redactionRoutes,
    searchRoutes,
    suspendedRoutes,
    sideConversationRoutes,
    chatRoutes,
    helpCenterRoutes,
    customObjectRoutes,
  ].flatMap((routes) => routes(zendesk));
}
