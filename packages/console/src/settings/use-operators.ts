import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { answered, done } from '../api/api.ts';
import { useApi } from '../api/api-context.ts';
import type { components } from '../api/schema.ts';

/** Somebody who works the console. */
export type Operator = components['schemas']['Operator'];
/** A code somebody chooses a password with. */
export type PasswordCode = components['schemas']['PasswordCode'];

/** Which groups somebody is in, and whether they administer. */
export interface Standing {
  readonly groups: readonly string[];
  readonly administrator: boolean;
}

/** Somebody new, and what they may do. */
export interface Invitation extends Standing {
  readonly login: string;
}

const OPERATORS = ['operators'];

/** Everybody who works here. */
export function useOperators(): UseQueryResult<readonly Operator[]> {
  const api = useApi();
  return useQuery({
    queryKey: OPERATORS,
    queryFn: async () => (await answered(api.GET('/api/v1/operators'))).operators,
  });
}

/** Invites somebody: `then` is given the code that is shown once. */
export function useInvite(then: (code: PasswordCode) => void): UseMutationResult<PasswordCode, Error, Invitation> {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ groups, ...body }: Invitation) =>
      answered(api.POST('/api/v1/operators', { body: { ...body, groups: [...groups] } })),
    onSuccess: async (code) => {
      then(code);
      await queries.invalidateQueries({ queryKey: OPERATORS });
    },
  });
}

/** A new code for somebody who has none or forgot their password. */
export function useNewCode(): UseMutationResult<PasswordCode, Error, string> {
  const api = useApi();
  return useMutation({
    mutationFn: async (id: string) => answered(api.POST('/api/v1/operators/{id}/code', { params: { path: { id } } })),
  });
}

/** What can be done about somebody who works here. */
export interface OperatorChange {
  readonly id: string;
  readonly to: 'revoked' | 'let-back' | Standing;
}

/** Gives groups, revokes, lets back. */
export function useOperatorChange(): UseMutationResult<void, Error, OperatorChange> {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, to }: OperatorChange) => {
      const params = { path: { id } };
      if (to === 'revoked') return done(api.PUT('/api/v1/operators/{id}/revocation', { params }));
      if (to === 'let-back') return done(api.DELETE('/api/v1/operators/{id}/revocation', { params }));
      return done(api.PUT('/api/v1/operators/{id}/groups', { params, body: { ...to, groups: [...to.groups] } }));
    },
    onSuccess: async () => queries.invalidateQueries({ queryKey: OPERATORS }),
  });
}
