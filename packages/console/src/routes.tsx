import { lazy, Suspense } from 'react';
import type { ComponentType, ReactElement } from 'react';
import { Route, Switch } from 'wouter';
import { Loading } from './parts/loading.tsx';
import { NotHere } from './parts/not-here.tsx';
import { Shell } from './shell/shell.tsx';

/** A page that is fetched when somebody goes there; its parameters come from `useParams`. */
function fetched(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => ({ default: await load() }));
}

/** Pages before somebody is signed in. */
const outside: readonly (readonly [string, ComponentType])[] = [
  ['/sign-in', fetched(async () => (await import('./sign-in/index.ts')).SignInPage)],
  ['/sign-in/code', fetched(async () => (await import('./sign-in/index.ts')).CodePage)],
  ['/setup', fetched(async () => (await import('./sign-in/index.ts')).SetupPage)],
];

/** Pages within the shell. The server answers the console for the same paths: packages/server/src/console/console-paths.ts. */
const inside: readonly (readonly [string, ComponentType])[] = [
  ['/', fetched(async () => (await import('./overview/index.ts')).OverviewPage)],
  ['/people', fetched(async () => (await import('./people/index.ts')).PeoplePage)],
  ['/people/:host/:person', fetched(async () => (await import('./people/index.ts')).PersonPage)],
  ['/from', fetched(async () => (await import('./from/index.ts')).FromPage)],
  ['/reviews/:id', fetched(async () => (await import('./review/index.ts')).ReviewPage)],
  ['/approvals', fetched(async () => (await import('./approvals/index.ts')).ApprovalsPage)],
  ['/runs', fetched(async () => (await import('./run/index.ts')).RunsPage)],
  ['/runs/:id', fetched(async () => (await import('./run/index.ts')).RunPage)],
  ['/watch', fetched(async () => (await import('./watch/index.ts')).WatchPage)],
  ['/runs/:id/certificate', fetched(async () => (await import('./certificate/index.ts')).CertificatePage)],
  ['/ledger', fetched(async () => (await import('./ledger/index.ts')).LedgerPage)],
  ['/hosts', fetched(async () => (await import('./hosts/index.ts')).HostsPage)],
  ['/hosts/new', fetched(async () => (await import('./hosts/index.ts')).NewHostPage)],
  ['/hosts/:name', fetched(async () => (await import('./hosts/index.ts')).HostPage)],
  ['/settings', fetched(async () => (await import('./settings/index.ts')).SettingsPage)],
  ['/settings/operators', fetched(async () => (await import('./settings/index.ts')).OperatorsPage)],
  ['/settings/groups', fetched(async () => (await import('./settings/index.ts')).GroupsPage)],
  ['/settings/rules', fetched(async () => (await import('./settings/index.ts')).RulesPage)],
  ['/settings/names', fetched(async () => (await import('./settings/index.ts')).NamesPage)],
  ['/settings/links', fetched(async () => (await import('./settings/index.ts')).LinksPage)],
  ['/settings/password', fetched(async () => (await import('./settings/index.ts')).PasswordPage)],
  ['/settings/waiting', fetched(async () => (await import('./waiting/index.ts')).WaitingPage)],
  ['/settings/notices', fetched(async () => (await import('./waiting/index.ts')).NoticesPage)],
];

/** Every page of the console, each at its address. */
export function Routes(): ReactElement {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        {outside.map(([path, page]) => (
          <Route key={path} path={path} component={page} />
        ))}
        <Route>
          <Shell>
            <Suspense fallback={<Loading />}>
              <Switch>
                {inside.map(([path, page]) => (
                  <Route key={path} path={path} component={page} />
                ))}
                <Route component={NotHere} />
              </Switch>
            </Suspense>
          </Shell>
        </Route>
      </Switch>
    </Suspense>
  );
}
