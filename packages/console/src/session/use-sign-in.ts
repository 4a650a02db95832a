import { useMutation } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import { answered } from '../api/api.ts';
import { useApi } from '../api/api-context.ts';
import { useSessionChange } from './use-session.ts';
import type { Session } from './use-session.ts';

/** A name and a password. */
export interface Login {
  readonly login: string;
  readonly password: string;
}

/** Signs in with a password; `then` comes when the session has begun. */
export function useSignIn(then: (() => void) | undefined): UseMutationResult<Session, Error, Login> {
  const api = useApi();
  const change = useSessionChange();
  return useMutation({
    mutationFn: async (body: Login) => answered(api.POST('/sign-in', { body })),
    onSuccess: (session) => {
      change(session);
      then?.();
    },
  });
}
