import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { answered } from '../api/api.ts';
import { useApi } from '../api/api-context.ts';
import type { components } from '../api/schema.ts';

/** Somebody who was erased and is in a host again. */
export type Returned = components['schemas']['Returned'];

/** When a host was looked through last. */
export type Look = components['schemas']['Look'];

/** What may be decided about them. */
export type Decision = Exclude<Returned['state'], 'open'>;

/** Decisions in the order in which they are offered. */
export const decisions: readonly Decision[] = ['review', 'another-person', 'consent'];

/** People who came back, newest first. */
export function useReturns(): UseQueryResult<{ readonly returns: readonly Returned[] }> {
  const api = useApi();
  return useQuery({
    queryKey: ['returns'],
    queryFn: async () => answered(api.GET('/api/v1/returns')),
    refetchInterval: 15_000,
  });
}

/** Decides about one of them; answers the id of the review where one was begun. */
export function useDecide(id: string): UseMutationResult<string | undefined, Error, Decision> {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (decision: Decision) => {
      const params = { path: { id } };
      const { review } = await answered(api.POST('/api/v1/returns/{id}/decision', { params, body: { decision } }));
      return review;
    },
    onSettled: async () => queries.invalidateQueries({ queryKey: ['returns'] }),
  });
}

/** When hosts were looked through; asked again soon while one of them is. */
export function useLooks(): UseQueryResult<{ readonly looks: readonly Look[] }> {
  const api = useApi();
  return useQuery({
    queryKey: ['looks'],
    queryFn: async () => answered(api.GET('/api/v1/looks')),
    refetchInterval: ({ state }) =>
      state.data?.looks.some(({ ending }) => ending === undefined) === true ? 2_000 : 30_000,
  });
}

/** Has all hosts looked through now. */
export function useLookNow(): UseMutationResult<unknown, Error, void> {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => answered(api.POST('/api/v1/looks', { body: {} })),
    onSettled: async () => queries.invalidateQueries({ queryKey: ['looks'] }),
  });
}
