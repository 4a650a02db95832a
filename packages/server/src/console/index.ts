export { consoleRoutes, consoleRoutesOf } from './console-routes.ts';
