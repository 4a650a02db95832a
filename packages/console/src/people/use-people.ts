import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { answered } from '../api/api.ts';
import { useApi } from '../api/api-context.ts';
import type { components } from '../api/schema.ts';
import { findingsOf } from './identities.ts';
import type { Findings } from './identities.ts';
import type { Typed } from './typed.ts';

/** An account with what stands in its way. */
export type LookedAt = components['schemas']['LookedAtPerson'];

/** What was looked for last, with what came of it. */
export interface Searched extends Typed {
  readonly findings: Findings;
}

const LAST = ['people', 'last'];

/** The search, and what came of the last one: kept in the memory of this page alone, so that going back shows it again. */
export function useSearch(): {
  readonly search: UseMutationResult<Searched, Error, Typed>;
  readonly last: Searched | undefined;
} {
  const api = useApi();
  const queries = useQueryClient();
  const search = useMutation({
    mutationFn: async (typed: Typed): Promise<Searched> => {
      const { hosts } = await answered(api.POST('/api/v1/people/search', { body: { texts: [...typed.asked] } }));
      return { ...typed, findings: findingsOf(typed.asked, hosts) };
    },
    onSuccess: (found) => queries.setQueryData(LAST, found),
  });
  const { data } = useQuery<Searched | null>({
    queryKey: LAST,
    queryFn: () => queries.getQueryData<Searched>(LAST) ?? null,
    enabled: false,
    gcTime: 10 * 60_000,
  });
  return { search, last: data ?? undefined };
}

/** One account, and what stands in its way now. */
export function useAccount(host: string, person: string): UseQueryResult<LookedAt> {
  const api = useApi();
  return useQuery({
    queryKey: ['people', host, person],
    queryFn: async () => answered(api.GET('/api/v1/people/{host}/{person}', { params: { path: { host, person } } })),
    staleTime: 30_000,
  });
}

/** Whom to review, and how. */
export interface ReviewWish {
  readonly host: string;
  readonly person: string;
  readonly also?: readonly string[];
  readonly acknowledged?: readonly LookedAt['obstacles'][number]['code'][];
  /** One case of theirs alone. */
  readonly only?: string;
}

/** Begins a review and goes to it. Nothing is changed by that. */
export function useReview(): UseMutationResult<{ readonly id: string }, Error, ReviewWish> {
  const api = useApi();
  const [, go] = useLocation();
  return useMutation({
    mutationFn: async ({ also = [], acknowledged = [], ...wish }: ReviewWish) =>
      answered(api.POST('/api/v1/reviews', { body: { ...wish, also: [...also], acknowledged: [...acknowledged] } })),
    onSuccess: ({ id }) => go(`/reviews/${id}`),
  });
}
