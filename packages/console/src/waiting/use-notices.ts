import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { answered, done } from '../api/api.ts';
import { useApi } from '../api/api-context.ts';
import type { components } from '../api/schema.ts';

/** How somebody is told by mail. */
export type Preferences = components['schemas']['NoticePreferences'];

/** What somebody may be told about. */
export type NoticeKind = Preferences['unwanted'][number];

/** What one may be told about, in the order in which it is shown. */
export const noticeKinds: readonly NoticeKind[] = [
  ...(['second-asked', 'begins-soon', 'cancelled', 'ended-with-gaps'] as const),
  ...(['stopped', 'check-found', 'returned'] as const),
];

/** What somebody chose. */
export type Chosen = Pick<Preferences, 'address' | 'language' | 'unwanted'>;

const KEY = ['notice-preferences'];

/** How one is told. The address is in memory only, and gone with the session. */
export function usePreferences(): UseQueryResult<Preferences> {
  const api = useApi();
  return useQuery({
    queryKey: KEY,
    queryFn: async () => answered(api.GET('/api/v1/notice-preferences')),
    refetchOnWindowFocus: false,
  });
}

/** Chooses how one is told. */
export function useChoose(): UseMutationResult<Preferences, Error, Chosen> {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (chosen: Chosen) => answered(api.PUT('/api/v1/notice-preferences', { body: { ...chosen } })),
    onSuccess: (preferences) => queries.setQueryData(KEY, preferences),
  });
}

/** Sends oneself a mail. */
export function useTest(): UseMutationResult<void, Error, void> {
  const api = useApi();
  return useMutation({ mutationFn: async () => done(api.POST('/api/v1/notice-preferences/test')) });
}

/** How many mails there were lately. */
export function useCounts(enabled: boolean): UseQueryResult<components['schemas']['NoticeCounts']> {
  const api = useApi();
  return useQuery({ queryKey: ['notices'], queryFn: async () => answered(api.GET('/api/v1/notices')), enabled });
}
