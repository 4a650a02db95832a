import { useMutation } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import { answered } from '../api/api.ts';
import { useApi } from '../api/api-context.ts';
import type { components } from '../api/schema.ts';

/** What a new version of a document would be worth. */
export type SettingsCheck = components['schemas']['SettingsCheck'];

/** Checks rules before they are written. */
export function useRulesCheck(): UseMutationResult<SettingsCheck, Error, Record<string, unknown>> {
  const api = useApi();
  return useMutation({
    mutationFn: async (document: Record<string, unknown>) => {
      const params = { path: { document: 'rules' as const } };
      return answered(api.POST('/api/v1/settings/{document}/check', { params, body: { document } }));
    },
  });
}
