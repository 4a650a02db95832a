import { apiRoutes } from '../api/index.ts';
import { consoleRoutes } from '../console/index.ts';
import { signInRoutes } from '../sign-in/index.ts';
import type { Routes } from './routes.ts';

/** Every set of routes the server has. */
export const allRoutes: readonly Routes[] = [signInRoutes, apiRoutes, consoleRoutes];
