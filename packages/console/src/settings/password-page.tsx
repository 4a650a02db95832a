import { Alert, Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { answered } from '../api/api.ts';
import { useApi } from '../api/api-context.ts';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { useSessionChange } from '../session/use-session.ts';
import { useWords } from '../words/words-provider.tsx';

/** Another password for whoever is signed in; every other session of theirs ends. */
export function PasswordPage(): ReactElement {
  const { t } = useWords('settings');
  return (
    <Page title={t('password.title')} lead={t('password.lead')}>
      <section className="panel">
        <PasswordForm />
      </section>
    </Page>
  );
}

function PasswordForm(): ReactElement {
  const { t } = useWords('settings');
  const changing = usePasswordChange();
  const [typed, setTyped] = useState({ old: '', password: '' });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    changing.mutate(typed, { onSuccess: () => setTyped({ old: '', password: '' }) });
  };
  return (
    <Stack component="form" gap="md" maw="26rem" onSubmit={submit}>
      {(['old', 'password'] as const).map((name) => (
        <PasswordInput
          key={name}
          label={t(`password.${name}`)}
          value={typed[name]}
          onChange={({ currentTarget }) => setTyped({ ...typed, [name]: currentTarget.value })}
          autoComplete={name === 'old' ? 'current-password' : 'new-password'}
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
          required
        />
      ))}
      <Problem error={changing.error} />
      {changing.isSuccess ? <Alert color="teal" variant="light" role="status" title={t('password.done')} /> : null}
      <Button type="submit" loading={changing.isPending}>
        {t('password.button')}
      </Button>
    </Stack>
  );
}

function usePasswordChange() {
  const api = useApi();
  const change = useSessionChange();
  return useMutation({
    mutationFn: async (body: { readonly old: string; readonly password: string }) =>
      answered(api.POST('/session/password', { body })),
    onSuccess: change,
  });
}
