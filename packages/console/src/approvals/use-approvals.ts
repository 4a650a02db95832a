import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { answered, done } from '../api/api.ts';
import { useApi } from '../api/api-context.ts';
import type { Approval, Decision } from './waiting.ts';

/** The newest requests one may see. */
export function useApprovals(): UseQueryResult<{ readonly approvals: readonly Approval[] }> {
  const api = useApi();
  return useQuery({
    queryKey: ['approvals'],
    queryFn: async () => answered(api.GET('/api/v1/approvals')),
    refetchInterval: 10_000,
  });
}

/** Decides about a request. */
export function useDecision(id: string): UseMutationResult<void, Error, Decision> {
  const api = useApi();
  const queries = useQueryClient();
  const params = { path: { id } };
  return useMutation({
    mutationFn: async (decision: Decision): Promise<void> => {
      if (decision === 'cancel') return done(api.POST('/api/v1/approvals/{id}/cancel', { params }));
      if (decision === 'withdraw') return done(api.POST('/api/v1/approvals/{id}/withdraw', { params }));
      if (decision === 'decline') return done(api.POST('/api/v1/approvals/{id}/decline', { params }));
      return done(api.POST('/api/v1/approvals/{id}/grant', { params }));
    },
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['approvals'] });
      await queries.invalidateQueries({ queryKey: ['runs'] });
    },
  });
}
