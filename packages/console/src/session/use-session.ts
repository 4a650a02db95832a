import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { answered } from '../api/api.ts';
import { useWholeApi } from '../api/api-context.ts';
import { SESSION } from '../api/query-client.ts';
import type { components } from '../api/schema.ts';

/** Who is signed in, with which rights. */
export type Session = components['schemas']['Session'];

/** What somebody may do. */
export type Right = Session['rights'][number];

/** The session, asked again whenever the page is looked at; what changes something carries its token from then on. */
export function useSessionQuery(): UseQueryResult<Session> {
  const api = useWholeApi();
  return useQuery({
    queryKey: SESSION,
    queryFn: async () => {
      const session = await answered(api.client.GET('/session'));
      api.carry(session.token);
      return session;
    },
    staleTime: 30_000,
  });
}

/** The session of somebody who is signed in, and what they may do; for pages within the shell. */
export function useSession(): Session & { readonly may: (right: Right) => boolean } {
  const { data } = useSessionQuery();
  if (data === undefined) throw new ReferenceError('The shell waits for the session.');
  return { ...data, may: (right) => data.rights.includes(right) };
}

/** Takes over a session that has just begun: nothing that was answered to whoever was here before is shown. */
export function useSessionChange(): (session: Session) => void {
  const api = useWholeApi();
  const queries = useQueryClient();
  return (session) => {
    api.carry(session.token);
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION[0] });
    queries.setQueryData(SESSION, session);
  };
}
