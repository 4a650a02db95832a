import { Text } from '@mantine/core';
import { endRows, keptCounts, leavesNothing } from '@lethe/review/shown';
import type { Report } from '@lethe/core';
import type { ReactElement } from 'react';
import { CountTable } from '../spots/count-table.tsx';
import { Facts } from '../spots/facts.tsx';
import { Figures } from '../spots/figures.tsx';
import { Section } from '../spots/section.tsx';
import { useWho } from '../spots/use-who.ts';
import { useWords } from '../words/words-provider.tsx';
import type { Run } from './actions.ts';
import { Downloads } from './downloads.tsx';
import { ReportLeft } from './report-left.tsx';
import { Spots } from './spots.tsx';
import { isOver } from './standing.ts';

/** The report on a run as a page: what was done, what is left, what stays, and what it can be checked by. */
export function RunReport({ run, report }: { readonly run: Run; readonly report: Report }): ReactElement {
  const { t } = useWords('run');
  return (
    <>
      <Done report={report} />
      <Spots plan={run.plan} report={report} />
      {leavesNothing(report) ? (
        <Section title={t('report.left')}>
          <Text>{t('report.leftNothing')}</Text>
        </Section>
      ) : (
        <ReportLeft report={report} />
      )}
      <Stays report={report} />
      <About run={run} report={report} />
      <Downloads id={run.id} />
    </>
  );
}

function Done({ report }: { readonly report: Report }): ReactElement {
  const { t, number } = useWords('run');
  const terms = useWords('terms');
  const { planned, proven, claimed } = report.steps;
  const rows = endRows(report).map(({ kind, ...counts }) => ({
    key: kind,
    cells: [terms.t(`kind.${kind}`), ...[counts.proven, counts.claimed, counts.rest].map(number)],
  }));
  return (
    <Section title={t('report.done')}>
      <Figures
        figures={[
          { tone: 'good', count: proven, text: t('report.provenHint') },
          { tone: 'warning', count: claimed, text: t('report.claimedHint') },
          {
            tone: isOver(report.state) ? 'bad' : 'plain',
            count: planned - proven - claimed,
            text: t('report.openHint'),
          },
        ]}
      />
      <CountTable
        caption={t('report.done')}
        head={[t('column.kind'), t('column.proven'), t('column.claimed'), t('column.rest')]}
        rows={rows}
      />
    </Section>
  );
}

function Stays({ report }: { readonly report: Report }): ReactElement {
  const { t, number } = useWords('run');
  const terms = useWords('terms');
  const { tallies, state } = report;
  return (
    <Section title={t('report.stays')}>
      <Facts
        facts={keptCounts(report).map(([why, count]) => [terms.sayOr('terms', `kept.${why}`, why), number(count)])}
      />
      <div>
        <Text fw={600}>{t('report.tallies')}</Text>
        {tallies === undefined ? (
          <Text>{t(state === 'running' ? 'report.talliesNotYet' : 'report.talliesNone')}</Text>
        ) : (
          <Tallies tallies={tallies} />
        )}
      </div>
    </Section>
  );
}

function Tallies({
  tallies: { compared, changed },
}: {
  readonly tallies: NonNullable<Report['tallies']>;
}): ReactElement {
  const { t } = useWords('run');
  if (compared === 0) return <Text>{t('report.talliesNone')}</Text>;
  if (changed.length === 0) return <Text>{t('report.talliesEqual', { count: compared })}</Text>;
  return (
    <>
      <Text>{t('report.talliesChanged', { count: changed.length, of: compared })}</Text>
      <Text className="words">{changed.join(', ')}</Text>
    </>
  );
}

function About({ run, report }: { readonly run: Run; readonly report: Report }): ReactElement {
  const { t, moment, number } = useWords('run');
  const who = useWho();
  const { times, reviewedBy, approvedBy, acknowledged, ledger, plan, rules, replays } = report;
  const by = (time: string, operator: string): string => t('report.by', { time: moment(time), who: who(operator) });
  return (
    <Section title={t('report.facts')}>
      <Facts
        facts={[
          [t('report.run'), report.run],
          [t('report.account'), `${report.host.name}, ${report.person}`],
          [t('report.reviewed'), by(times.reviewed, reviewedBy)],
          [t('report.approved'), by(times.approved, approvedBy)],
          [t('report.second'), run.secondBy === undefined ? undefined : who(run.secondBy)],
          [t('report.started'), moment(times.started)],
          [t('report.ended'), times.ended === undefined ? t('report.notYet') : moment(times.ended)],
          [t('report.acknowledged'), acknowledged.length === 0 ? t('report.nothing') : acknowledged.join(', ')],
          [t('report.ledger'), ledger === undefined ? undefined : `${number(ledger.seq)}, ${ledger.hash}`],
          [t('report.plan'), plan.digest],
          [t('report.rules'), `${rules.name}, ${rules.digest}`],
        ]}
      />
      {replays === undefined ? null : <Text size="sm">{t('report.repeats', { run: replays.run })}</Text>}
    </Section>
  );
}
