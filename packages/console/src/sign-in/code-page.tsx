import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { answered } from '../api/api.ts';
import { useApi } from '../api/api-context.ts';
import { Loading } from '../parts/loading.tsx';
import { useSessionChange, useSessionQuery } from '../session/use-session.ts';
import { useWords } from '../words/words-provider.tsx';
import { CredentialsForm } from './credentials.tsx';
import { Outside } from './outside.tsx';
import { useCodeOfLink } from './setup-page.tsx';

/** Choosing a password with a code of an administrator: for a new account, or instead of a forgotten one. */
export function CodePage(): ReactElement {
  const { t } = useWords('signIn');
  const { isPending } = useSessionQuery();
  const code = useCodeOfLink();
  const choosing = useChoice();
  if (isPending) return <Loading />;
  return (
    <Outside title={t('choose.title')} lead={t('choose.lead')}>
      <CredentialsForm
        fields={['code', 'password']}
        button={t('choose.button')}
        code={code}
        error={choosing.error}
        pending={choosing.isPending}
        onSubmit={(typed) => choosing.mutate({ code: typed.code, password: typed.password })}
        chosen
      />
    </Outside>
  );
}

function useChoice() {
  const api = useApi();
  const change = useSessionChange();
  const [, go] = useLocation();
  return useMutation({
    mutationFn: async (body: { readonly code: string; readonly password: string }) =>
      answered(api.POST('/sign-in/code', { body })),
    onSuccess: (session) => {
      change(session);
      go('/', { replace: true });
    },
  });
}
