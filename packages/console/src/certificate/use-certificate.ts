import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import type { Certificate } from '@lethe/core/readable-certificate';
import { answered } from '../api/api.ts';
import { useApi } from '../api/api-context.ts';
import { ProblemError } from '../api/problem-error.ts';
import type { components } from '../api/schema.ts';
import { certificateIn, sha256Of } from './reading.ts';

/** A certificate, and the digest of its file. */
export interface ShownCertificate {
  readonly certificate: Certificate;
  /** Missing where the browser computes none. */
  readonly digest: string | undefined;
}

/** What verifying came to. */
export type Verdict = components['schemas']['CertificateVerdict'];

/** The certificate of a run; asked for again while it is not issued, and as later checks add to it. */
export function useCertificate(run: string): UseQueryResult<ShownCertificate> {
  const api = useApi();
  return useQuery({
    queryKey: ['runs', run, 'certificate'],
    queryFn: async (): Promise<ShownCertificate> => {
      const params = { path: { id: run } };
      const asked = api.GET('/api/v1/runs/{id}/certificate', { params, parseAs: 'text' });
      const file = await answered(asked);
      return { certificate: certificateIn(file), digest: await sha256Of(file) };
    },
    // It is issued a moment after the run has ended.
    retry: (count, error) => count < 5 && error instanceof ProblemError && error.problem.error === 'no-certificate',
    retryDelay: 1_000,
    refetchInterval: 60_000,
  });
}

/** Makes the secret for the person; it is only in the answer. */
export function useReceipt(run: string): UseMutationResult<{ readonly secret: string }, Error, void> {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => answered(api.POST('/api/v1/runs/{id}/receipt', { params: { path: { id: run } } })),
    gcTime: 0,
    onSuccess: async () => queries.invalidateQueries({ queryKey: ['runs', run, 'certificate'] }),
  });
}

/** Has the server verify a file. */
export function useVerifyFile(): UseMutationResult<
  Verdict,
  Error,
  { readonly file: string; readonly receipt: string }
> {
  const api = useApi();
  return useMutation({
    mutationFn: async ({ file, receipt }) => {
      const body = { file, ...(receipt === '' ? {} : { receipt }) };
      return answered(api.POST('/api/v1/certificates/verify', { body }));
    },
    gcTime: 0,
  });
}
