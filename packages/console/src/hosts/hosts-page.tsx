import { Badge, Button, Group, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { answered } from '../api/api.ts';
import { useApi } from '../api/api-context.ts';
import type { components } from '../api/schema.ts';
import { Empty } from '../parts/empty.tsx';
import { Loading } from '../parts/loading.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { useSession } from '../session/use-session.ts';
import { useWords } from '../words/words-provider.tsx';

type Host = components['schemas']['Host'];

/** Every host, and whether it can be used now. */
export function HostsPage(): ReactElement {
  const { t } = useWords('hosts');
  const { may } = useSession();
  const api = useApi();
  const hosts = useQuery({ queryKey: ['hosts'], queryFn: async () => answered(api.GET('/api/v1/hosts')) });
  const connect = (
    <Button component={Link} href="/hosts/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {t('connect')}
    </Button>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={may('configure') ? connect : undefined}>
      <List hosts={hosts} />
    </Page>
  );
}

function List({ hosts }: { readonly hosts: UseQueryResult<{ readonly hosts: readonly Host[] }> }): ReactElement {
  const { t } = useWords('hosts');
  if (hosts.isPending) return <Loading />;
  if (hosts.data === undefined) return <Problem error={hosts.error} again={() => void hosts.refetch()} />;
  if (hosts.data.hosts.length === 0) return <Empty says={t('none')} />;
  return (
    <div className="panel">
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{t('column.name')}</th>
            <th scope="col">{t('column.where')}</th>
            <th scope="col">{t('column.health')}</th>
          </tr>
        </thead>
        <tbody>
          {hosts.data.hosts.map((host) => (
            <tr key={host.name}>
              <td data-label={t('column.name')}>{host.name}</td>
              <td data-label={t('column.where')}>{host.where}</td>
              <td data-label={t('column.health')}>
                <Health name={host.name} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Health({ name }: { readonly name: string }): ReactElement {
  const { t } = useWords('hosts');
  const api = useApi();
  const { data, isPending } = useQuery({
    queryKey: ['preflight', name],
    queryFn: async () => answered(api.POST('/api/v1/hosts/{name}/preflight', { params: { path: { name } } })),
    staleTime: 60_000,
  });
  if (isPending) return <Skeleton height={20} width={90} radius="xl" />;
  if (data?.ready === true)
    return (
      <Badge color="teal" variant="light">
        {t('ready')}
      </Badge>
    );
  return (
    <Group gap="xs">
      <Badge color="red" variant="light">
        {data === undefined ? t('unknown') : t('obstacles', { count: data.obstacles.length })}
      </Badge>
    </Group>
  );
}
