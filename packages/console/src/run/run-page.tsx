import { Button } from '@mantine/core';
import { IconCertificate } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link, useParams } from 'wouter';
import { Loading } from '../parts/loading.tsx';
import { NeedsRight } from '../parts/needs-right.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { StateBadge } from '../spots/state-badge.tsx';
import { useWords } from '../words/words-provider.tsx';
import type { Run } from './actions.ts';
import { Check } from './check.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import { RunReport } from './run-report.tsx';
import { isOver } from './standing.ts';
import { Stopped } from './stopped.tsx';
import { useReport, useRun } from './use-run.ts';
import { useStanding } from './use-standing.ts';

/** A run: where it is, what may be done about it, and what came of it. It goes on without this page. */
export function RunPage(): ReactElement {
  const { id = '' } = useParams();
  return (
    <NeedsRight right="preview">
      <Following key={id} id={id} />
    </NeedsRight>
  );
}

function Following({ id }: { readonly id: string }): ReactElement {
  const { t } = useWords('run');
  const { data: run, error, isPending, refetch } = useRun(id);
  if (isPending) return <Loading />;
  if (run === undefined)
    return (
      <Page title={t('list.title')}>
        <Problem error={error} again={() => void refetch()} />
      </Page>
    );
  return <Shown run={run} />;
}

function Shown({ run }: { readonly run: Run }): ReactElement {
  const { t } = useWords('run');
  const { id, host, person, state } = run;
  const { standing = run.standing, lost } = useStanding(id, !isOver(state));
  const { data: report, error } = useReport(id, state);
  const actions = state === 'done' || state === 'done-with-gaps' ? <ToCertificate id={id} /> : undefined;
  return (
    <Page title={t('title', { person, host })} lead={t(`lead.${state}`)} actions={actions}>
      <div>
        <StateBadge state={state} />
      </div>
      {isOver(state) ? null : <ProgressPanel run={run} standing={standing} lost={lost} />}
      {state === 'stopped' ? <Stopped run={run} report={report} /> : null}
      <Problem error={error} />
      {report === undefined || state === 'queued' ? null : <RunReport run={run} report={report} />}
      {isOver(state) ? <Check id={id} /> : null}
    </Page>
  );
}

function ToCertificate({ id }: { readonly id: string }): ReactElement {
  const { t } = useWords('run');
  return (
    <Button
      component={Link}
      href={`/runs/${id}/certificate`}
      className="no-print"
      leftSection={<IconCertificate size={18} aria-hidden />}
    >
      {t('report.certificate')}
    </Button>
  );
}
