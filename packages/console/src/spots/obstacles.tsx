import { Alert, Checkbox, Stack, Text } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useWords } from '../words/words-provider.tsx';
import { AccessGuide } from './access-guide.tsx';
import type { Obstacle } from './obstacle.ts';
import type { Known } from './use-known.ts';
import { useSaid } from './use-said.ts';

type Acknowledging = Known<Obstacle['code']>;

/** Everything that stands in the way of an account, each with the way out; what may be acknowledged can be. */
export function Obstacles(props: {
  readonly obstacles: readonly Obstacle[];
  readonly account: { readonly host: string; readonly person: string };
  readonly acknowledging?: Acknowledging;
}): ReactElement {
  const { obstacles, account, acknowledging } = props;
  return (
    <Stack gap="sm" component="ul" className="plain-list">
      {obstacles.map((obstacle, index) => (
        <li key={index}>
          <One obstacle={obstacle} account={account} acknowledging={acknowledging} />
        </li>
      ))}
    </Stack>
  );
}

function One(props: {
  readonly obstacle: Obstacle;
  readonly account: { readonly host: string; readonly person: string };
  readonly acknowledging: Acknowledging | undefined;
}): ReactElement {
  const { obstacle, account, acknowledging } = props;
  const { code, says, remedy, acknowledgeable } = obstacle;
  const { t } = useWords('people');
  const said = useSaid();
  return (
    <Alert color="orange" variant="light" icon={<IconHandStop aria-hidden />} title={said(says)}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{said(remedy)}</Text>
        <AccessGuide obstacle={obstacle} account={account} />
        {acknowledgeable !== true || acknowledging === undefined ? null : (
          <Checkbox
            radius="sm"
            label={t('one.acknowledge')}
            checked={acknowledging.known.has(code)}
            onChange={(event) => acknowledging.know(code, event.currentTarget.checked)}
          />
        )}
      </Stack>
    </Alert>
  );
}
