import { Alert, Button, Group, Progress, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconHourglass, IconPlugConnectedX } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Problem } from '../parts/problem.tsx';
import { useSession } from '../session/use-session.ts';
import { Section } from '../spots/section.tsx';
import { useDuration } from '../spots/use-duration.ts';
import { useHostWords } from '../spots/use-hosts.ts';
import { useWords } from '../words/words-provider.tsx';
import type { Run } from './actions.ts';
import { CallOff } from './call-off.tsx';
import type { Standing } from './standing.ts';
import { useRunChange } from './use-run.ts';
import { Waits } from './waits.tsx';

/** What a run that is not over shows. */
export interface Progressing {
  readonly run: Run;
  readonly standing: Standing | undefined;
  readonly lost: boolean;
}

/** How far a run is, how long it still takes, and how to stop it. */
export function ProgressPanel({ run, standing, lost }: Progressing): ReactElement {
  const { t } = useWords('run');
  return (
    <Section title={t('progress.label')}>
      <Waits waits={run.waits} />
      <HowFar run={run} standing={standing} />
      {standing?.gaveUp === true ? (
        <Alert color="red" variant="light">
          {t('progress.gaveUp')}
        </Alert>
      ) : null}
      {lost ? (
        <Alert color="orange" variant="light" icon={<IconPlugConnectedX aria-hidden />} role="status">
          {t('progress.lost')}
        </Alert>
      ) : null}
      <Stop run={run} stopping={standing?.stopAsked === true} />
    </Section>
  );
}

function HowFar({ run, standing }: Omit<Progressing, 'lost'>): ReactElement {
  const { t, percent } = useWords('run');
  const { phase, share = 0, waitingUntil, queuedFor } = standing ?? {};
  const queued = run.state === 'queued';
  const at = queued || phase === undefined ? t('phase.queued') : t(`phase.${phase}`);
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{at}</Text>
        <TimeLeft standing={standing} />
      </Group>
      <Progress
        value={share * 100}
        size="lg"
        aria-label={t('progress.label')}
        className="progress"
        animated={!queued && waitingUntil === undefined}
      />
      <Group justify="space-between" gap="xs">
        <Text size="sm">{t('progress.percent', { percent: percent(share) })}</Text>
        <Count standing={standing} />
      </Group>
      <Announced text={`${at}, ${t('progress.percent', { percent: percent(Math.floor(share * 10) / 10) })}`} />
      <Until host={run.host} waitingUntil={waitingUntil} queuedFor={queued ? queuedFor : undefined} />
    </Stack>
  );
}

/** What those who listen are told: a new text only with a new phase, or every tenth of the way. */
function Announced({ text }: { readonly text: string }): ReactElement {
  return (
    <VisuallyHidden component="span" role="status">
      {text}
    </VisuallyHidden>
  );
}

function TimeLeft({ standing }: { readonly standing: Standing | undefined }): ReactElement | null {
  const { t } = useWords('run');
  const duration = useDuration();
  if (standing?.secondsLeft === undefined) return null;
  return <Text size="sm">{t('progress.left', { duration: duration(standing.secondsLeft) })}</Text>;
}

function Count({ standing }: { readonly standing: Standing | undefined }): ReactElement | null {
  const { t } = useWords('run');
  if (standing?.done === undefined || standing.of === undefined) return null;
  return (
    <Text size="sm" c="dimmed">
      {t('progress.count', { done: standing.done, of: standing.of })}
    </Text>
  );
}

function Until(props: {
  readonly host: string;
  readonly waitingUntil: string | undefined;
  readonly queuedFor: string | undefined;
}): ReactElement | null {
  const { host, waitingUntil, queuedFor } = props;
  const { t, moment } = useWords('run');
  const { name } = useHostWords(host);
  const [now] = useState(() => Date.now());
  const text =
    waitingUntil !== undefined
      ? t('progress.waiting', { host: name, time: moment(waitingUntil) })
      : queuedFor !== undefined && Date.parse(queuedFor) > now
        ? t('progress.queuedFor', { time: moment(queuedFor) })
        : undefined;
  if (text === undefined) return null;
  return (
    <Group gap={6} wrap="nowrap">
      <IconHourglass size={18} aria-hidden />
      <Text size="sm">{text}</Text>
    </Group>
  );
}

function Stop({ run, stopping }: { readonly run: Run; readonly stopping: boolean }): ReactElement | null {
  const { t } = useWords('run');
  const { may } = useSession();
  const change = useRunChange(run.id);
  if (!may('run')) return null;
  return (
    <Stack gap="xs" className="no-print">
      <Text size="sm" c="dimmed">
        {t(stopping ? 'progress.stopping' : 'stopHint')}
      </Text>
      <Problem error={change.error} />
      <Group>
        <Button variant="default" disabled={stopping} loading={change.isPending} onClick={() => change.mutate('stop')}>
          {t('stop')}
        </Button>
        {run.state === 'queued' ? <CallOff id={run.id} /> : null}
      </Group>
    </Stack>
  );
}
