import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { Redirect, useLocation } from 'wouter';
import { answered } from '../api/api.ts';
import { useApi } from '../api/api-context.ts';
import { Loading } from '../parts/loading.tsx';
import { useSessionChange, useSessionQuery } from '../session/use-session.ts';
import { useWords } from '../words/words-provider.tsx';
import { CredentialsForm } from './credentials.tsx';
import type { Credentials } from './credentials.tsx';
import { Outside } from './outside.tsx';
import { codeIn } from './way-on.ts';

/** The first administrator, with the code that was printed when the server started; a link to here carries it behind its #. */
export function SetupPage(): ReactElement {
  const { t } = useWords('signIn');
  const { data: session, isPending } = useSessionQuery();
  const code = useCodeOfLink();
  const settingUp = useSetUp();
  if (isPending) return <Loading />;
  if (session?.setUp === true && !settingUp.isSuccess) return <Redirect to="/sign-in" replace />;
  return (
    <Outside title={t('setup.title')} lead={t('setup.lead')}>
      <CredentialsForm
        fields={['code', 'login', 'password']}
        button={t('setup.button')}
        code={code}
        error={settingUp.error}
        pending={settingUp.isPending}
        onSubmit={(typed) => settingUp.mutate(typed)}
        chosen
      />
    </Outside>
  );
}

/** The code, read once and then taken out of the address, so that it stays in no history. */
export function useCodeOfLink(): string {
  const [code] = useState(() => codeIn(location.hash));
  useEffect(() => {
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname);
  }, []);
  return code;
}

function useSetUp() {
  const api = useApi();
  const change = useSessionChange();
  const [, go] = useLocation();
  return useMutation({
    mutationFn: async (body: Credentials) => answered(api.POST('/setup', { body })),
    onSuccess: (session) => {
      change(session);
      go('/hosts', { replace: true });
    },
  });
}
