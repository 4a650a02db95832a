import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem-error.ts';

/** The key of the session among the queries. */
export const SESSION = ['session'] as const;

/**
 * The queries of the console, in memory alone. What the server refuses is not asked again; whoever is signed out by then is asked
 * to sign in.
 */
export function queryClientFor(): QueryClient {
  const onError = (error: Error): void => {
    if (isSignedOut(error)) void client.invalidateQueries({ queryKey: SESSION });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { retry: mayAnswerLater, staleTime: 5_000 }, mutations: { retry: false } },
  });
  return client;
}

function isSignedOut(error: Error): boolean {
  return error instanceof ProblemError && error.problem.error === 'not-signed-in';
}

function mayAnswerLater(tries: number, error: Error): boolean {
  return tries < 2 && error instanceof ProblemError && (error.status === 0 || error.status >= 502);
}
