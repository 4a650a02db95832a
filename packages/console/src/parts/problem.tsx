import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { ProblemError } from '../api/problem-error.ts';
import { useWords } from '../words/words-provider.tsx';
import { SignInAgain } from './sign-in-again.tsx';

/** What went wrong, and how to try it again where that may help. */
export interface ProblemProps {
  readonly error: unknown;
  readonly again?: (() => void) | undefined;
}

/** The one way problems are shown: what is wrong, and what to do about it. Nothing where there is none. */
export function Problem({ error, again }: ProblemProps): ReactElement | null {
  const { t, sayOr } = useWords('problem');
  if (error === null || error === undefined) return null;
  const {
    error: code,
    message,
    remedy,
    at,
    id,
  } = error instanceof ProblemError ? error.problem : { error: 'defect', message: t('defect') };
  const says = sayOr('problem', `says.${code}`, message);
  const helps = sayOr('problem', `remedy.${code}`, remedy ?? '');
  return (
    <Alert color="red" variant="light" role="alert" icon={<IconAlertTriangle aria-hidden />} title={says}>
      <Stack gap="xs" align="flex-start">
        {helps === '' ? null : <Text size="sm">{helps}</Text>}
        {at === undefined ? null : <Text size="sm">{t('at', { place: at })}</Text>}
        {id === undefined ? null : <Text size="sm">{t('id', { id })}</Text>}
        {code === 'sign-in-again' ? <SignInAgain then={again} /> : null}
        {again === undefined || code === 'sign-in-again' ? null : (
          <Button size="xs" variant="default" onClick={again}>
            {t('again')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
