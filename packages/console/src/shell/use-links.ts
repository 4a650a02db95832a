import { useQuery } from '@tanstack/react-query';
import { answered } from '../api/api.ts';
import { useApi } from '../api/api-context.ts';

/** Where the organization leads those who work here. */
export interface Links {
  readonly privacyPolicy?: string;
  readonly feedback?: string;
  readonly support?: string;
  readonly legalNote?: string;
}

/** The links the organization set; none until they are known. */
export function useLinks(): Links {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['links'],
    queryFn: async () => answered(api.GET('/api/v1/links')),
    staleTime: 300_000,
  });
  return data ?? {};
}
