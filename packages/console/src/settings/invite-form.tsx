import { Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { Problem } from '../parts/problem.tsx';
import { useWords } from '../words/words-provider.tsx';
import { DialogEnd } from './dialog-end.tsx';
import { StandingFields } from './standing-fields.tsx';
import { useInvite } from './use-operators.ts';
import type { PasswordCode, Standing } from './use-operators.ts';

interface InviteFormProps {
  readonly opened: boolean;
  readonly close: () => void;
  readonly showCode: (code: PasswordCode) => void;
}

/** Invites somebody by a name, into groups. */
export function InviteForm({ opened, ...rest }: InviteFormProps): ReactElement {
  const { t } = useWords('settings');
  const title = t('operators.invite');
  return (
    <Modal opened={opened} onClose={rest.close} title={title} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <Invitation {...rest} />
    </Modal>
  );
}

function Invitation({ close, showCode }: Omit<InviteFormProps, 'opened'>): ReactElement {
  const { t } = useWords('settings');
  const [login, setLogin] = useState('');
  const [standing, setStanding] = useState<Standing>({ groups: [], administrator: false });
  const inviting = useInvite((code) => {
    showCode(code);
    close();
  });
  const invite = (): void => inviting.mutate({ login, ...standing });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    invite();
  };
  const name = {
    value: login,
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      setLogin(currentTarget.value),
  };
  return (
    <Stack component="form" gap="md" onSubmit={submit}>
      <TextInput label={t('operators.name')} required data-autofocus {...name} />
      <StandingFields standing={standing} onChange={setStanding} />
      <Problem error={inviting.error} again={invite} />
      <DialogEnd button={t('operators.invite')} pending={inviting.isPending} cancel={close} />
    </Stack>
  );
}
