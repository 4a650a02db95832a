import { Button, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Loading } from '../parts/loading.tsx';
import { Problem } from '../parts/problem.tsx';
import { TableHead } from '../parts/table-head.tsx';
import { useSession } from '../session/use-session.ts';
import { Section } from '../spots/section.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useLookNow, useLooks } from './use-watch.ts';
import type { Look } from './use-watch.ts';

/** When each host was looked through last, and how to have it done now. */
export function Looks(): ReactElement {
  const { t } = useWords('watch');
  const { may } = useSession();
  const { data, error, isPending, refetch } = useLooks();
  const now = useLookNow();
  if (isPending) return <Loading />;
  return (
    <Section title={t('looks.title')} says={t('looks.says')}>
      <Problem error={error ?? now.error} again={() => void refetch()} />
      {data === undefined || data.looks.length === 0 ? (
        <Text c="dimmed">{t('looks.none')}</Text>
      ) : (
        <Table looks={data.looks} />
      )}
      {may('run') ? (
        <Group>
          <Button variant="default" loading={now.isPending} onClick={() => now.mutate()}>
            {t('looks.now')}
          </Button>
        </Group>
      ) : null}
    </Section>
  );
}

function Table({ looks }: { readonly looks: readonly Look[] }): ReactElement {
  const { t, moment } = useWords('watch');
  return (
    <table className="cards">
      <TableHead columns={[t('looks.host'), t('looks.when'), t('looks.result')]} />
      <tbody>
        {looks.map((look) => (
          <tr key={look.host}>
            <td data-label={t('looks.host')}>{look.host}</td>
            <td data-label={t('looks.when')}>{moment(look.endedAt ?? look.askedAt)}</td>
            <td data-label={t('looks.result')}>
              <Result look={look} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Result({ look: { ending, people, found } }: { readonly look: Look }): ReactElement {
  const { t } = useWords('watch');
  if (ending === undefined) return <span role="status">{t('looks.going', { count: people })}</span>;
  if (ending === 'looked') return <>{t('looks.ending.looked', { count: people, found })}</>;
  return <>{t(`looks.ending.${ending}`)}</>;
}
