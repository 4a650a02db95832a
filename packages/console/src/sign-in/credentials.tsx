import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { Problem } from '../parts/problem.tsx';
import { useWords } from '../words/words-provider.tsx';

/** What is typed to get in. */
export interface Credentials {
  readonly code: string;
  readonly login: string;
  readonly password: string;
}

type Field = keyof Credentials;

interface CredentialsFormProps {
  readonly fields: readonly Field[];
  readonly button: string;
  /** A password is chosen, not known already. */
  readonly chosen?: boolean;
  /** What a link brought along. */
  readonly code?: string;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSubmit: (typed: Credentials) => void;
}

const fills = { code: 'one-time-code', login: 'username' } as const;

/** Fields for whoever wants to get in, and what was wrong with them. */
export function CredentialsForm(props: CredentialsFormProps): ReactElement {
  const { fields, button, error, pending, onSubmit, code = '' } = props;
  const [typed, setTyped] = useState<Credentials>({ code, login: '', password: '' });
  const first = fields.find((field) => typed[field] === '');
  const [focused] = useState(first);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit(typed);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {fields.map((field) => (
          <CredentialField
            key={field}
            field={field}
            chosen={props.chosen === true}
            value={typed[field]}
            focused={field === focused}
            onChange={(value) => setTyped({ ...typed, [field]: value })}
          />
        ))}
        <Problem error={error} />
        <Button type="submit" loading={pending} fullWidth>
          {button}
        </Button>
      </Stack>
    </form>
  );
}

interface CredentialFieldProps {
  readonly field: Field;
  readonly chosen: boolean;
  readonly value: string;
  readonly focused: boolean;
  readonly onChange: (value: string) => void;
}

function CredentialField({ field, chosen, value, focused, onChange }: CredentialFieldProps): ReactElement {
  const { t } = useWords('signIn');
  const wired = {
    value,
    name: field,
    onChange: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => onChange(currentTarget.value),
    required: true,
    autoFocus: focused,
    maxLength: 256,
  };
  if (field !== 'password')
    return <TextInput label={t(field === 'code' ? 'code' : 'name')} autoComplete={fills[field]} {...wired} />;
  return (
    <PasswordInput
      label={t(chosen ? 'newPassword' : 'password')}
      description={chosen ? t('passwordHint') : undefined}
      autoComplete={chosen ? 'new-password' : 'current-password'}
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
      {...wired}
    />
  );
}
