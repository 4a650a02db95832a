import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { Problem } from '../parts/problem.tsx';
import { Question } from '../spots/question.tsx';
import type { Key } from '../words/catalogs.ts';
import { useWords } from '../words/words-provider.tsx';
import { DialogEnd } from './dialog-end.tsx';
import { StandingFields } from './standing-fields.tsx';
import { useNewCode, useOperatorChange } from './use-operators.ts';
import type { Operator, PasswordCode, Standing } from './use-operators.ts';

interface OperatorActionsProps {
  readonly operator: Operator;
  readonly showCode: (code: PasswordCode) => void;
}

/** What can be done about somebody who works here. */
export function OperatorActions({ operator, showCode }: OperatorActionsProps): ReactElement {
  const [asking, ask] = useState<'revoke' | 'edit'>();
  const changing = useOperatorChange();
  const coding = useNewCode();
  const { id, name, kind, revokedAt } = operator;
  const none = (): void => ask(undefined);
  if (revokedAt !== undefined)
    return <Action name={name} text="operators.letBack" act={() => changing.mutate({ id, to: 'let-back' })} />;
  return (
    <Group gap={6}>
      <Action name={name} text="operators.edit" act={() => ask('edit')} />
      {kind === 'local' ? (
        <Action name={name} text="operators.newCode" act={() => coding.mutate(id, { onSuccess: showCode })} />
      ) : null}
      <Action name={name} text="operators.revoke" act={() => ask('revoke')} />
      <Problem error={coding.error} />
      <Revocation operator={operator} asked={asking === 'revoke'} close={none} />
      {asking === 'edit' ? <Groups operator={operator} close={none} /> : null}
    </Group>
  );
}

interface ActionProps {
  readonly name: string;
  readonly text: Key<'settings'>;
  readonly act: () => void;
}

function Action({ name, text, act }: ActionProps): ReactElement {
  const { t } = useWords('settings');
  return (
    <Button size="compact-sm" variant="default" aria-label={`${t(text)}: ${name}`} onClick={act}>
      {t(text)}
    </Button>
  );
}

interface RevocationProps {
  readonly operator: Operator;
  readonly asked: boolean;
  readonly close: () => void;
}

function Revocation({ operator: { id, name }, asked, close }: RevocationProps): ReactElement {
  const { t } = useWords('settings');
  const changing = useOperatorChange();
  return (
    <Question
      opened={asked}
      title={t('operators.revokeTitle', { name })}
      says={t('operators.revokeSays')}
      yes={t('operators.revoke')}
      no={t('cancel')}
      busy={changing.isPending}
      error={changing.error}
      onYes={() => changing.mutate({ id, to: 'revoked' }, { onSuccess: close })}
      onNo={close}
      danger
    />
  );
}

function Groups({ operator, close }: { readonly operator: Operator; readonly close: () => void }): ReactElement {
  const { t } = useWords('settings');
  const { id, name, groups, administrator } = operator;
  const [standing, setStanding] = useState<Standing>({ groups, administrator });
  const changing = useOperatorChange();
  const save = (): void => changing.mutate({ id, to: standing }, { onSuccess: close });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save();
  };
  const title = t('operators.editTitle', { name });
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <Stack component="form" gap="md" onSubmit={submit}>
        <StandingFields standing={standing} onChange={setStanding} />
        <Problem error={changing.error} again={save} />
        <DialogEnd button={t('save')} pending={changing.isPending} cancel={close} />
      </Stack>
    </Modal>
  );
}
