import { Anchor, Button, Divider, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link, Redirect, useLocation, useSearch } from 'wouter';
import { Loading } from '../parts/loading.tsx';
import { Problem } from '../parts/problem.tsx';
import { useSessionQuery } from '../session/use-session.ts';
import { useSignIn } from '../session/use-sign-in.ts';
import { useWords } from '../words/words-provider.tsx';
import { CredentialsForm } from './credentials.tsx';
import { Outside } from './outside.tsx';
import { wayOn } from './way-on.ts';

/** The ways in there are here: with a password, with the organization's account, or both. */
export function SignInPage(): ReactElement {
  const { t } = useWords('signIn');
  const { data: session, error, isPending, refetch } = useSessionQuery();
  const search = useSearch();
  if (isPending) return <Loading />;
  if (session?.setUp === false) return <Redirect to="/setup" replace />;
  if (session?.operator !== undefined) return <Redirect to={wayOn(search)} replace />;
  const ways = session?.ways ?? [];
  return (
    <Outside title={t('title')}>
      <Stack gap="md">
        <Problem error={error} again={() => void refetch()} />
        {ways.includes('open-id') ? (
          <Button
            component="a"
            href="/sign-in/open-id"
            variant={ways.includes('password') ? 'default' : 'filled'}
            fullWidth
          >
            {t('provider')}
          </Button>
        ) : null}
        {ways.length === 2 ? <Divider label={t('or')} /> : null}
        {ways.includes('password') ? <WithPassword /> : null}
      </Stack>
    </Outside>
  );
}

function WithPassword(): ReactElement {
  const { t } = useWords('signIn');
  const search = useSearch();
  const [, go] = useLocation();
  const entering = useSignIn(() => go(wayOn(search), { replace: true }));
  return (
    <>
      <CredentialsForm
        fields={['login', 'password']}
        button={t('button')}
        error={entering.error}
        pending={entering.isPending}
        onSubmit={({ login, password }) => entering.mutate({ login, password })}
      />
      <Text size="sm" c="dimmed">
        {t('forgotten')}{' '}
        <Anchor component={Link} href="/sign-in/code" inherit>
          {t('useCode')}
        </Anchor>
      </Text>
    </>
  );
}
