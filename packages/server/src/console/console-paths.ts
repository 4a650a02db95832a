/**
 * Every address the console answers itself, as `packages/console/src/routes.tsx` has them: the server sends the same page for each.
 * An address that is not here is none of the console's, and stays what it was: nothing, or the API's.
 */
export const consolePaths = [
  ...['/', '/sign-in', '/sign-in/code', '/setup'],
  ...[
    '/people',
    '/people/:host/:person',
    '/from',
    '/reviews/:id',
    '/approvals',
    '/runs',
    '/runs/:id',
    '/runs/:id/certificate',
  ],
  ...['/watch', '/ledger', '/hosts', '/hosts/new', '/hosts/:name', '/settings', '/settings/:part'],
] as const;
