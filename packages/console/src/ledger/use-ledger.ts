import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import type { InfiniteData, UseInfiniteQueryResult, UseMutationResult } from '@tanstack/react-query';
import type { LedgerEntry } from '@lethe/core';
import { answered } from '../api/api.ts';
import { useApi } from '../api/api-context.ts';
import type { components } from '../api/schema.ts';

/** Whether the ledger is whole. */
export type Verdict = components['schemas']['LedgerVerdict'];

const PAGE = 100;

/** The ledger, newest first, a page at a time. */
export function useLedger(): UseInfiniteQueryResult<InfiniteData<{ readonly entries: readonly LedgerEntry[] }>> {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['ledger'],
    queryFn: async ({ pageParam }): Promise<{ readonly entries: readonly LedgerEntry[] }> => {
      const query = pageParam === 0 ? { most: PAGE } : { most: PAGE, before: pageParam };
      return answered(api.GET('/api/v1/ledger', { params: { query } }));
    },
    initialPageParam: 0,
    getNextPageParam: ({ entries }) => (entries.length < PAGE ? undefined : entries.at(-1)?.seq),
  });
}

/** Follows the whole chain, against a head that was noted earlier if one is given. */
export function useVerify(): UseMutationResult<Verdict, Error, string> {
  const api = useApi();
  return useMutation({
    mutationFn: async (head: string) =>
      answered(api.POST('/api/v1/ledger/verify', { body: head === '' ? {} : { head } })),
  });
}
