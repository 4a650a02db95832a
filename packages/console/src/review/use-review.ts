import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { answered, done } from '../api/api.ts';
import { useApi } from '../api/api-context.ts';
import type { components } from '../api/schema.ts';

/** Something that is read in the background. */
export type Inquiry = components['schemas']['Inquiry'];
/** A plan as it is confirmed. */
export type Plan = components['schemas']['Plan'];
/** A request for a run. */
export type Approval = components['schemas']['Approval'];

/** So often a review that is under way is asked where it is, in milliseconds. */
const OFTEN = 700;

/** Where a review is: asked again and again until it has ended. A page that is closed loses nothing. */
export function useInquiry(id: string): UseQueryResult<Inquiry> {
  const api = useApi();
  return useQuery({
    queryKey: ['reviews', id],
    queryFn: async () => answered(api.GET('/api/v1/reviews/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) => (data === undefined || isUnderWay(data) ? OFTEN : false),
  });
}

/** Whether there is more to come of it. */
export function isUnderWay({ state }: Pick<Inquiry, 'state'>): boolean {
  return state === 'waiting' || state === 'looking';
}

/** A plan by its id. It never changes. */
export function usePlan(id: string): UseQueryResult<Plan> {
  const api = useApi();
  return useQuery({
    queryKey: ['plans', id],
    queryFn: async () => answered(api.GET('/api/v1/plans/{id}', { params: { path: { id } } })),
    staleTime: Infinity,
    // A review named it a moment ago: an answer that there is none is not believed at once.
    retry: 3,
  });
}

/** Gives a review up. */
export function useGivingUp(id: string): UseMutationResult<void, Error, void> {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => done(api.DELETE('/api/v1/reviews/{id}', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['reviews', id] }),
  });
}

/** What was asked for this plan already, if anything was: whoever comes back sees it instead of the question. */
export function useAsked(plan: string): Approval | undefined {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['approvals'],
    queryFn: async () => answered(api.GET('/api/v1/approvals')),
  });
  return data?.approvals.find((one) => one.plan === plan);
}

/** What a reviewer says to a plan. */
export interface Word {
  readonly typed: string;
  readonly when: 'now' | 'tonight';
  readonly acknowledged: Approval['acknowledged'];
}

/** Confirms a plan. The server counts one word for one plan, however often it is sent. */
export function useConfirming({ id, digest }: Plan): UseMutationResult<Approval, Error, Word> {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ typed, when, acknowledged }: Word) =>
      answered(
        api.POST('/api/v1/approvals', { body: { plan: id, digest, typed, when, acknowledged: [...acknowledged] } }),
      ),
    onSuccess: async () => queries.invalidateQueries({ queryKey: ['approvals'] }),
  });
}
