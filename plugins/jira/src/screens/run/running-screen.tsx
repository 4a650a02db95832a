import { Button, ProgressBar, Spinner, Stack, Text } from '@forge/react';
import type { ReactElement } from 'react';
import type { RunState } from '../../forge/protocol.ts';
import { Page } from '../frame/part.tsx';
import type { Words } from '../words/words.ts';
import { useWords } from '../words/words-context.ts';

type Progress = Extract<RunState, { readonly at: 'running' }>['progress'];

/** A run that goes on in Jira, or waits for its turn, with a way to stop it before its next call. */
export function RunningScreen(props: {
  readonly run: Extract<RunState, { readonly at: 'waiting' | 'running' }>;
  readonly busy: boolean;
  readonly onStop: () => void;
}): ReactElement {
  const { run, busy, onStop } = props;
  const { t } = useWords();
  const stopping = busy || (run.at === 'running' && run.stopping);
  return (
    <Page title={t('running.title')}>
      {run.at === 'waiting' ? <Queued until={run.until} /> : <Going progress={run.progress} />}
      <Stack space="space.100" alignInline="start">
        <Button isDisabled={stopping} onClick={onStop}>
          {t('running.stop')}
        </Button>
        <Text color="color.text.subtle">{t(stopping ? 'running.stopping' : 'running.stopHint')}</Text>
      </Stack>
      <Text>{t('running.close')}</Text>
    </Page>
  );
}

function Queued({ until }: { readonly until: string | undefined }): ReactElement {
  const { t, clock } = useWords();
  return (
    <Stack space="space.100" alignInline="start">
      <Spinner size="small" label={t('running.title')} />
      <Text>{until === undefined ? t('running.queued') : t('running.queuedUntil', { time: clock(until) })}</Text>
    </Stack>
  );
}

function Going({ progress }: { readonly progress: Progress }): ReactElement {
  const words = useWords();
  const { t, number } = words;
  const { phase, done, of, share } = progress;
  const steps = of === undefined || of === 0 ? '' : ` · ${t('running.count', { done: number(done), of: number(of) })}`;
  const patience = patienceIn(words, progress);
  return (
    <Stack space="space.100">
      <ProgressBar value={Math.floor(share * 100) / 100} ariaLabel={t('running.progress')} />
      <Text>{`${t(`running.phase.${phase}`)}${steps}`}</Text>
      {patience !== '' && <Text color="color.text.subtle">{patience}</Text>}
    </Stack>
  );
}

function patienceIn({ t, clock, duration }: Words, { waitingUntil, secondsLeft }: Progress): string {
  if (waitingUntil !== undefined) return t('running.queuedUntil', { time: clock(waitingUntil) });
  return secondsLeft === undefined ? '' : t('running.left', { duration: duration(secondsLeft) });
}
