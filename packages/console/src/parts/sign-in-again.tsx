import { Anchor, Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { useSession } from '../session/use-session.ts';
import { useSignIn } from '../session/use-sign-in.ts';
import type { Login } from '../session/use-sign-in.ts';
import { useWords } from '../words/words-provider.tsx';

/** Proves who somebody is once more, in place: what they were about to do is not lost. */
export function SignInAgain({ then }: { readonly then: (() => void) | undefined }): ReactElement {
  const { t } = useWords('signIn');
  const { ways } = useSession();
  return (
    <Stack gap="xs" w="100%" maw="22rem">
      {ways.includes('open-id') ? <Anchor href="/sign-in/open-id?again=1">{t('again.provider')}</Anchor> : null}
      {ways.includes('password') ? <WithPassword then={then} /> : null}
    </Stack>
  );
}

function WithPassword({ then }: { readonly then: (() => void) | undefined }): ReactElement {
  const { t } = useWords('signIn');
  const entering = useSignIn(then);
  const [typed, setTyped] = useState<Login>({ login: '', password: '' });
  const field = (name: keyof Login) => ({
    value: typed[name],
    required: true,
    onChange: ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }) =>
      setTyped({ ...typed, [name]: value }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    entering.mutate(typed);
  };
  const wrong = entering.isError ? t('again.wrong') : undefined;
  return (
    <Stack gap="xs" component="form" onSubmit={submit}>
      <TextInput label={t('name')} autoComplete="username" {...field('login')} />
      <PasswordInput label={t('password')} autoComplete="current-password" error={wrong} {...field('password')} />
      <Group>
        <Button type="submit" size="xs" loading={entering.isPending}>
          {t('again.button')}
        </Button>
      </Group>
    </Stack>
  );
}
