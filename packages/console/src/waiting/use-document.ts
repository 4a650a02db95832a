import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { answered } from '../api/api.ts';
import { useApi } from '../api/api-context.ts';
import type { components } from '../api/schema.ts';

/** A settings document as it is now. */
export type SettingsDocument = components['schemas']['SettingsDocument'];

/** The documents that have a form. */
export type Name = 'approvals' | 'watch' | 'rules' | 'permissions' | 'links';

/** A document as it is now. */
export function useDocument(name: Name): UseQueryResult<SettingsDocument> {
  const api = useApi();
  return useQuery({
    queryKey: ['settings', name],
    queryFn: async () => answered(api.GET('/api/v1/settings/{document}', { params: { path: { document: name } } })),
    // Whoever fills a form in must not have it changed under their hands.
    refetchOnWindowFocus: false,
  });
}

/** Writes a new version of what was looked at. Answers its number. */
export function useChange(
  name: Name,
): UseMutationResult<number, Error, { readonly document: object; readonly seen: number }> {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ document, seen }: { readonly document: object; readonly seen: number }) => {
      const params = { path: { document: name } };
      const { version } = await answered(
        api.PUT('/api/v1/settings/{document}', { params, body: { document: { ...document }, seen } }),
      );
      return version;
    },
    onSuccess: async () => queries.invalidateQueries({ queryKey: ['settings', name] }),
  });
}
