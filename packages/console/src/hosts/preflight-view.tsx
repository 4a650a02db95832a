import { Alert, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useSaid } from '../spots/use-said.ts';
import { useWords } from '../words/words-provider.tsx';
import type { Preflight } from './use-hosts.ts';

/** Everything that keeps a host from being used now, each with what to do about it; or that nothing does. */
export function PreflightView({ found: { ready, obstacles } }: { readonly found: Preflight }): ReactElement {
  const { t } = useWords('hosts');
  const Icon = ready ? IconCircleCheck : IconAlertTriangle;
  return (
    <Alert
      role="status"
      color={ready ? 'teal' : 'yellow'}
      variant="light"
      icon={<Icon aria-hidden />}
      title={ready ? t('preflight.ready') : t('preflight.obstacles', { count: obstacles.length })}
    >
      {ready ? null : <Obstacles obstacles={obstacles} />}
    </Alert>
  );
}

function Obstacles({ obstacles }: Pick<Preflight, 'obstacles'>): ReactElement {
  const said = useSaid();
  return (
    <List spacing="sm" size="sm">
      {obstacles.map(({ says, remedy }) => (
        <List.Item key={says}>
          <Text size="sm" fw={600} className="words">
            {said(says)}
          </Text>
          <Text size="sm" className="words">
            {said(remedy)}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}

/** What a host can never blank, each with its reason and what a person can do instead. */
export function Unable({ cannot }: { readonly cannot: Preflight['cannot'] }): ReactElement {
  const { t } = useWords('hosts');
  const terms = useWords('terms');
  const said = useSaid();
  if (cannot.length === 0) return <Text size="sm">{t('cannot.nothing')}</Text>;
  return (
    <Stack gap="md">
      {cannot.map(({ kind, because, instead }) => (
        <div key={kind}>
          <Text fw={600}>{terms.sayOr('terms', `kind.${kind}`, kind)}</Text>
          <Text size="sm" c="dimmed" className="words">
            {said(because)} {instead === undefined ? '' : said(instead)}
          </Text>
        </div>
      ))}
    </Stack>
  );
}
