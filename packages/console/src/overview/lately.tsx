import { Anchor, Group, Stack, Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';
import { useApprovals } from '../approvals/use-approvals.ts';
import { waitingIn } from '../approvals/waiting.ts';
import { Loading } from '../parts/loading.tsx';
import { Problem } from '../parts/problem.tsx';
import { useRuns } from '../run/use-run.ts';
import type { RunRow } from '../run/use-run.ts';
import { Figures } from '../spots/figures.tsx';
import { Section } from '../spots/section.tsx';
import { StateBadge } from '../spots/state-badge.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useMyReviews } from './use-overview.ts';

const SHOWN = 5;
const WEEK = 7 * 86_400_000;

/** What there is to do, what goes on, and what came of it. */
export function Lately(): ReactElement {
  const { t } = useWords('overview');
  const runs = useRuns(undefined);
  const { data } = useApprovals();
  if (runs.isPending) return <Loading />;
  if (runs.data === undefined) return <Problem error={runs.error} again={() => void runs.refetch()} />;
  const all = runs.data.pages.flatMap((page) => page.runs);
  const sorted = sortedIn(all);
  const second = waitingIn(data?.approvals ?? []).second;
  const week = sorted.ended.filter(({ endedAt = '' }) => Date.now() - Date.parse(endedAt) < WEEK);
  return (
    <>
      <Figures
        figures={[
          { tone: 'warning', count: second.length, text: t('tile.waiting') },
          { tone: 'good', count: sorted.underWay.length, text: t('tile.running') },
          { tone: 'bad', count: sorted.stopped.length, text: t('tile.stopped') },
          { tone: 'good', count: week.length, text: t('tile.ended') },
        ]}
      />
      <div className="columns">
        <Waits stopped={sorted.stopped} approvals={second} />
        <Runs title={t('runs.title')} none={t('runs.none')} runs={sorted.underWay} />
      </div>
      <Runs title={t('ended.title')} none={t('ended.none')} runs={sorted.ended} more />
    </>
  );
}

interface Sorted {
  readonly underWay: readonly RunRow[];
  readonly stopped: readonly RunRow[];
  readonly ended: readonly RunRow[];
}

function sortedIn(runs: readonly RunRow[]): Sorted {
  const underWay = runs.filter(({ state }) => state === 'queued' || state === 'running');
  const stopped = runs.filter(({ state }) => state === 'stopped');
  const rest = runs.filter((run) => !underWay.includes(run) && !stopped.includes(run));
  return { underWay, stopped, ended: rest };
}

/** What somebody has to do something about: reviews to confirm, requests to approve, runs that stopped. */
function Waits(props: {
  readonly stopped: readonly RunRow[];
  readonly approvals: ReturnType<typeof waitingIn>['second'];
}): ReactElement {
  const { stopped, approvals } = props;
  const { t } = useWords('overview');
  const asked = new Set(useApprovals().data?.approvals.map(({ plan }) => plan));
  const reviews = (useMyReviews().data?.reviews ?? []).filter(
    ({ ending }) => ending?.at === 'reviewed' && !asked.has(ending.plan),
  );
  const lines = [
    ...approvals.map((one) => ({ ...one, href: '/approvals', what: t('waits.approval') })),
    ...stopped.map((one) => ({ ...one, href: `/runs/${one.id}`, what: t('waits.stopped') })),
    ...reviews.map((one) => ({ ...one, href: `/reviews/${one.id}`, what: t('waits.review') })),
  ];
  return (
    <Section title={t('waits.title')}>
      {lines.length === 0 ? <Text c="dimmed">{t('waits.none')}</Text> : null}
      <Lines>
        {lines.slice(0, SHOWN).map(({ id, href, person, host, what }) => (
          <Line key={id} href={href} text={t('account', { person, host })}>
            <Text size="sm" c="dimmed">
              {what}
            </Text>
          </Line>
        ))}
      </Lines>
    </Section>
  );
}

function Runs(props: {
  readonly title: string;
  readonly none: string;
  readonly runs: readonly RunRow[];
  readonly more?: boolean;
}): ReactElement {
  const { title, none, runs, more } = props;
  const { t } = useWords('overview');
  return (
    <Section title={title}>
      {runs.length === 0 ? <Text c="dimmed">{none}</Text> : null}
      <Lines>
        {runs.slice(0, SHOWN).map((run) => (
          <Run key={run.id} run={run} />
        ))}
      </Lines>
      {more === true && runs.length > 0 ? (
        <Anchor component={Link} href="/runs" size="sm">
          {t('all')}
        </Anchor>
      ) : null}
    </Section>
  );
}

function Run({ run: { id, person, host, state, startedAt, endedAt } }: { readonly run: RunRow }): ReactElement {
  const { t, moment } = useWords('overview');
  return (
    <Line href={`/runs/${id}`} text={t('account', { person, host })}>
      <Group gap="xs">
        <StateBadge state={state} />
        <Text size="sm" c="dimmed">
          {moment(endedAt ?? startedAt)}
        </Text>
      </Group>
    </Line>
  );
}

function Lines({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <Stack component="ul" gap={0} className="plain-list">
      {children}
    </Stack>
  );
}

function Line(props: { readonly href: string; readonly text: string; readonly children: ReactNode }): ReactElement {
  const { href, text, children } = props;
  return (
    <li className="line">
      <Group justify="space-between" gap="xs">
        <Anchor component={Link} href={href} className="words">
          {text}
        </Anchor>
        {children}
      </Group>
    </li>
  );
}
