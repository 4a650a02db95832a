import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { answered } from '../api/api.ts';
import { useApi } from '../api/api-context.ts';
import type { components } from '../api/schema.ts';
import type { WeekFigures } from './weeks.ts';

/** Whether runs are forbidden. */
export type KillSwitch = components['schemas']['KillSwitch'];
/** A review of one's own. */
export type Inquiry = components['schemas']['Inquiry'];

const SWITCH = ['kill-switch'];

/** Figures of the last weeks. */
export function useFigures(weeks: number): UseQueryResult<{ readonly weeks: readonly WeekFigures[] }> {
  const api = useApi();
  return useQuery({
    queryKey: ['figures', weeks],
    queryFn: async () => answered(api.GET('/api/v1/figures', { params: { query: { weeks } } })),
    staleTime: 60_000,
  });
}

/** One's own newest reviews. */
export function useMyReviews(): UseQueryResult<{ readonly reviews: readonly Inquiry[] }> {
  const api = useApi();
  return useQuery({ queryKey: ['reviews', 'mine'], queryFn: async () => answered(api.GET('/api/v1/reviews')) });
}

/** The switch that stops everything. */
export function useKillSwitch(): UseQueryResult<KillSwitch> {
  const api = useApi();
  return useQuery({
    queryKey: SWITCH,
    queryFn: async () => answered(api.GET('/api/v1/kill-switch')),
    refetchInterval: 10_000,
  });
}

/** Throws the switch, or releases it. */
export function useSwitching(): UseMutationResult<KillSwitch, Error, 'throw' | 'release'> {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (how: 'throw' | 'release') =>
      how === 'throw' ? answered(api.POST('/api/v1/kill-switch')) : answered(api.DELETE('/api/v1/kill-switch')),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: SWITCH });
      await queries.invalidateQueries({ queryKey: ['runs'] });
    },
  });
}
