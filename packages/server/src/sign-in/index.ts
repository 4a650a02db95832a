import type { App } from '../http/routes.ts';
import type { ServerGround } from '../ground.ts';
import { openIdRoutes } from './open-id/open-id-routes.ts';
import { operatorRoutes } from './operator-routes.ts';
import { codeRoutes, passwordRoutes, setupRoutes } from './password-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { signInOn } from './sign-in.ts';

/** Every route of sign-in. */
export function signInRoutes(app: App, ground: ServerGround): void {
  const part = signInOn(ground);
  sessionRoutes(app, part);
  setupRoutes(app, part);
  passwordRoutes(app, part);
  codeRoutes(app, part);
  openIdRoutes(app, part);
  operatorRoutes(app, part);
}
