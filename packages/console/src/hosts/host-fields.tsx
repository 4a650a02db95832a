import { PasswordInput, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWords } from '../words/words-provider.tsx';
import type { HostKind } from './use-hosts.ts';
import type { TypedFields } from './written-host.ts';

interface HostFieldsProps {
  readonly kind: HostKind;
  readonly typed: TypedFields;
  readonly onChange: (typed: TypedFields) => void;
}

/** What has to be written about a host of that kind. Keys are typed as passwords are, and leave with the form alone. */
export function HostFields({ kind: { fields, domains }, typed, onChange }: HostFieldsProps): ReactElement {
  const { t, sayOr } = useWords('hosts');
  const where = domains?.join(', ') ?? t('new.anywhere');
  const asked = fields.filter(({ type }) => type !== 'fixed');
  return (
    <>
      {asked.map(({ path, type, value = '' }) => {
        const wired = {
          label: sayOr('hosts', `field.${path.replaceAll('.', '-')}`, path),
          value: typed[path] ?? value,
          required: true,
          autoComplete: 'off',
          onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
            onChange({ ...typed, [path]: currentTarget.value }),
        };
        if (type === 'key') {
          return (
            <PasswordInput
              key={path}
              {...wired}
              description={t('new.keyHint')}
              visibilityToggleButtonProps={{ 'aria-label': t('new.showKey') }}
            />
          );
        }
        return <TextInput key={path} {...wired} description={path === 'address' ? where : undefined} />;
      })}
    </>
  );
}
