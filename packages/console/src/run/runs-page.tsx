import { Anchor, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { Empty } from '../parts/empty.tsx';
import { Loading } from '../parts/loading.tsx';
import { More } from '../parts/more.tsx';
import { NeedsRight } from '../parts/needs-right.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { TableHead } from '../parts/table-head.tsx';
import { StateBadge } from '../spots/state-badge.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useRuns } from './use-run.ts';
import type { RunRow } from './use-run.ts';

const states: readonly RunRow['state'][] = [
  ...(['queued', 'running', 'stopped', 'done', 'done-with-gaps', 'superseded', 'called-off'] as const),
];

/** Every run one may see, the newest first. */
export function RunsPage(): ReactElement {
  const { t } = useWords('run');
  const terms = useWords('terms');
  const [state, choose] = useState<RunRow['state']>();
  const options = [
    { value: '', label: t('list.every') },
    ...states.map((value) => ({ value, label: terms.t(`state.${value}`) })),
  ];
  return (
    <NeedsRight right="preview">
      <Page title={t('list.title')} lead={t('list.lead')}>
        <NativeSelect
          label={t('list.state')}
          maw="18rem"
          data={options}
          value={state ?? ''}
          onChange={(event) => choose(states.find((one) => one === event.currentTarget.value))}
        />
        <List key={state ?? 'all'} state={state} />
      </Page>
    </NeedsRight>
  );
}

function List({ state }: { readonly state: RunRow['state'] | undefined }): ReactElement {
  const { t } = useWords('run');
  const list = useRuns(state);
  const { data, error, isPending, refetch } = list;
  if (isPending) return <Loading />;
  if (data === undefined) return <Problem error={error} again={() => void refetch()} />;
  const runs = data.pages.flatMap((page) => page.runs);
  if (runs.length === 0) return <Empty says={t('list.none')} />;
  return (
    <>
      <div className="panel">
        <RunTable runs={runs} />
      </div>
      <More list={list} />
    </>
  );
}

/** Runs as a table, on a phone as cards. */
export function RunTable({ runs }: { readonly runs: readonly RunRow[] }): ReactElement {
  const { t } = useWords('run');
  const head = (['account', 'host', 'state', 'steps', 'began', 'ended'] as const).map((name) => t(`list.${name}`));
  return (
    <table className="cards">
      <TableHead columns={head} />
      <tbody>
        {runs.map((run) => (
          <Row key={run.id} run={run} head={head} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ run, head }: { readonly run: RunRow; readonly head: readonly string[] }): ReactElement {
  const { t, number, moment } = useWords('run');
  const { id, person, host, state, steps, startedAt, endedAt } = run;
  return (
    <tr>
      <td data-label={head[0]}>
        <Anchor component={Link} href={`/runs/${id}`} aria-label={t('list.open', { person, host })}>
          {person}
        </Anchor>
      </td>
      <td data-label={head[1]}>{host}</td>
      <td data-label={head[2]}>
        <StateBadge state={state} />
      </td>
      <td data-label={head[3]}>{number(steps)}</td>
      <td data-label={head[4]}>{moment(startedAt)}</td>
      <td data-label={head[5]}>{endedAt === undefined ? '–' : moment(endedAt)}</td>
    </tr>
  );
}
