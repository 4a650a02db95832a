import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Loading } from '../parts/loading.tsx';
import { NeedsRight } from '../parts/needs-right.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { useWords } from '../words/words-provider.tsx';
import { InviteForm } from './invite-form.tsx';
import { OperatorTable } from './operator-table.tsx';
import { ShownCode } from './shown-code.tsx';
import { useOperators } from './use-operators.ts';
import type { PasswordCode } from './use-operators.ts';

/** Who works here: inviting, groups, new codes, revoking. */
export function OperatorsPage(): ReactElement {
  const { t } = useWords('settings');
  const [inviting, setInviting] = useState(false);
  const [code, setCode] = useState<PasswordCode>();
  const invite = (
    <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setInviting(true)}>
      {t('operators.invite')}
    </Button>
  );
  return (
    <NeedsRight right="administrator">
      <Page title={t('operators.title')} lead={t('operators.lead')} actions={invite}>
        {code === undefined ? null : <ShownCode code={code} />}
        <Everybody showCode={setCode} />
        <InviteForm opened={inviting} close={() => setInviting(false)} showCode={setCode} />
      </Page>
    </NeedsRight>
  );
}

function Everybody({ showCode }: { readonly showCode: (code: PasswordCode) => void }): ReactElement {
  const operators = useOperators();
  if (operators.isPending) return <Loading />;
  if (operators.data === undefined) return <Problem error={operators.error} again={() => void operators.refetch()} />;
  return <OperatorTable operators={operators.data} showCode={showCode} />;
}
