import { Badge, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { TableHead } from '../parts/table-head.tsx';
import { useWords } from '../words/words-provider.tsx';
import { OperatorActions } from './operator-actions.tsx';
import type { Operator, PasswordCode } from './use-operators.ts';

interface OperatorTableProps {
  readonly operators: readonly Operator[];
  readonly showCode: (code: PasswordCode) => void;
}

/** Everybody who works here, and what can be done about each. */
export function OperatorTable({ operators, showCode }: OperatorTableProps): ReactElement {
  const { t } = useWords('settings');
  return (
    <div className="panel">
      <table className="cards">
        <TableHead
          columns={[t('operators.name'), t('operators.groups'), t('operators.signedIn'), t('operators.actions')]}
        />
        <tbody>
          {operators.map((operator) => (
            <OperatorRow key={operator.id} operator={operator} showCode={showCode} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface OperatorRowProps {
  readonly operator: Operator;
  readonly showCode: (code: PasswordCode) => void;
}

function OperatorRow({ operator, showCode }: OperatorRowProps): ReactElement {
  const { t, moment } = useWords('settings');
  const { name, signedInAt } = operator;
  return (
    <tr>
      <td data-label={t('operators.name')}>
        <Text component="span" fw={600}>
          {name}
        </Text>
      </td>
      <td data-label={t('operators.groups')}>
        <Places operator={operator} />
      </td>
      <td data-label={t('operators.signedIn')}>
        {signedInAt === undefined ? t('operators.never') : moment(signedInAt)}
      </td>
      <td data-label={t('operators.actions')}>
        <OperatorActions operator={operator} showCode={showCode} />
      </td>
    </tr>
  );
}

function Places({ operator: { groups, administrator, revokedAt } }: Pick<OperatorRowProps, 'operator'>): ReactElement {
  const { t } = useWords('settings');
  return (
    <Group gap={6}>
      {revokedAt === undefined ? null : (
        <Badge color="red" variant="light">
          {t('operators.revoked')}
        </Badge>
      )}
      {administrator ? <Badge variant="light">{t('operators.administrator')}</Badge> : null}
      {groups.map((group) => (
        <Badge key={group} color="gray" variant="light" tt="none">
          {group}
        </Badge>
      ))}
    </Group>
  );
}
