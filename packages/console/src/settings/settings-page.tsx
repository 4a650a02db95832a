import type { ReactElement } from 'react';
import { Redirect } from 'wouter';
import { useSession } from '../session/use-session.ts';

/** The settings open on the people; whoever administers nothing on the groups, which says so. */
export function SettingsPage(): ReactElement {
  const { operator } = useSession();
  return <Redirect to={operator?.administrator === true ? '/settings/operators' : '/settings/groups'} replace />;
}
