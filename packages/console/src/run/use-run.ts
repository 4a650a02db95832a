import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { InfiniteData, UseInfiniteQueryResult, UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import type { Report } from '@lethe/core';
import { answered, done } from '../api/api.ts';
import { useApi } from '../api/api-context.ts';
import type { components } from '../api/schema.ts';
import type { Run, RunAction } from './actions.ts';
import { isOver } from './standing.ts';

/** A run in a list. */
export type RunRow = components['schemas']['RunRow'];

const PAGE = 50;

/** A run as it was when it was asked about; its stream tells how it goes on. */
export function useRun(id: string): UseQueryResult<Run> {
  const api = useApi();
  return useQuery({
    queryKey: ['runs', id],
    queryFn: async () => answered(api.GET('/api/v1/runs/{id}', { params: { path: { id } } })),
    // Where a stream is not to be had, this is how the page goes on.
    refetchInterval: ({ state: { data } }) => (data === undefined || !isOver(data.state) ? 10_000 : false),
  });
}

/** The report on a run, as far as it has come. */
export function useReport(id: string, state: Run['state']): UseQueryResult<Report> {
  const api = useApi();
  return useQuery({
    queryKey: ['runs', id, 'report', state],
    queryFn: async (): Promise<Report> => answered(api.GET('/api/v1/runs/{id}/report', { params: { path: { id } } })),
    refetchInterval: isOver(state) ? false : 5_000,
    placeholderData: (before) => before,
  });
}

/** Runs, newest first, a page at a time. */
export function useRuns(
  state: RunRow['state'] | undefined,
): UseInfiniteQueryResult<InfiniteData<{ readonly runs: readonly RunRow[] }>> {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['runs', 'list', state ?? 'all'],
    queryFn: async ({ pageParam }): Promise<{ readonly runs: readonly RunRow[] }> => {
      const query = {
        most: PAGE,
        ...(state === undefined ? {} : { state }),
        ...(pageParam === '' ? {} : { before: pageParam }),
      };
      return answered(api.GET('/api/v1/runs', { params: { query } }));
    },
    initialPageParam: '',
    getNextPageParam: ({ runs }) => (runs.length < PAGE ? undefined : runs.at(-1)?.startedAt),
    refetchInterval: 10_000,
  });
}

/** Stops, resumes or calls off a run. */
export function useRunChange(id: string): UseMutationResult<void, Error, Exclude<RunAction, 'review'>> {
  const api = useApi();
  const queries = useQueryClient();
  const params = { path: { id } };
  return useMutation({
    mutationFn: async (action: Exclude<RunAction, 'review'>) => {
      if (action === 'stop') return done(api.POST('/api/v1/runs/{id}/stop', { params }));
      if (action === 'call-off') return done(api.POST('/api/v1/runs/{id}/call-off', { params }));
      const body = { acceptRefused: action === 'accept' };
      return done(api.POST('/api/v1/runs/{id}/resume', { params, body }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['runs'] }),
  });
}
