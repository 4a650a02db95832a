import { Anchor, Badge, Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { Empty } from '../parts/empty.tsx';
import { Loading } from '../parts/loading.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { TableHead } from '../parts/table-head.tsx';
import { useSession } from '../session/use-session.ts';
import { useHosts } from '../spots/use-hosts.ts';
import type { ListedHost } from '../spots/use-hosts.ts';
import { useWords } from '../words/words-provider.tsx';
import { usePreflight } from './use-hosts.ts';

/** Every host, and whether it can be used now. */
export function HostsPage(): ReactElement {
  const { t } = useWords('hosts');
  const { may } = useSession();
  const hosts = useHosts();
  const connect = (
    <Button component={Link} href="/hosts/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {t('connect')}
    </Button>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={may('configure') ? connect : undefined}>
      {hosts.isPending ? <Loading /> : null}
      <Problem error={hosts.error} again={() => void hosts.refetch()} />
      {hosts.data === undefined ? null : <HostTable hosts={hosts.data.hosts} />}
    </Page>
  );
}

function HostTable({ hosts }: { readonly hosts: readonly ListedHost[] }): ReactElement {
  const { t } = useWords('hosts');
  if (hosts.length === 0) return <Empty says={t('none')} />;
  return (
    <div className="panel">
      <table className="cards">
        <TableHead columns={[t('column.name'), t('column.product'), t('column.where'), t('column.health')]} />
        <tbody>
          {hosts.map((host) => (
            <HostRow key={host.name} host={host} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HostRow({ host: { name, product, where } }: { readonly host: ListedHost }): ReactElement {
  const { t } = useWords('hosts');
  return (
    <tr>
      <td data-label={t('column.name')}>
        <Anchor component={Link} href={`/hosts/${name}`} fw={600}>
          {name}
        </Anchor>
      </td>
      <td data-label={t('column.product')}>{product ?? '–'}</td>
      <td data-label={t('column.where')}>{where}</td>
      <td data-label={t('column.health')}>
        <Health name={name} />
      </td>
    </tr>
  );
}

function Health({ name }: { readonly name: string }): ReactElement {
  const { t } = useWords('hosts');
  const { data, isPending } = usePreflight(name);
  if (isPending) return <Skeleton height={20} width={90} radius="xl" />;
  if (data?.ready === true) {
    return (
      <Badge color="teal" variant="light">
        {t('ready')}
      </Badge>
    );
  }
  return (
    <Badge color={data === undefined ? 'gray' : 'red'} variant="light">
      {data === undefined ? t('unknown') : t('obstacles', { count: data.obstacles.length })}
    </Badge>
  );
}
