import { Button, ButtonGroup, Inline, Stack, Text } from '@forge/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { RunState } from '../../forge/protocol.ts';
import { ObstacleMessage } from '../frame/obstacle-message.tsx';
import { Page, Part } from '../frame/part.tsx';
import { ReportPanel } from '../report/report-panel.tsx';
import { useWords } from '../words/words-context.ts';

type Stopped = Extract<RunState, { readonly at: 'stopped' }>;

/** What may be done with a run that stopped. */
export interface StoppedActions {
  readonly busy: boolean;
  readonly onTell: (what: 'resume' | 'accept' | 'call-off') => void;
  /** Missing where nobody knows any more whom the run is about. */
  readonly onReviewAgain?: () => void;
}

/** Why a run stopped, what to do, and how far it got. */
export function StoppedScreen({ stopped, ...actions }: { readonly stopped: Stopped } & StoppedActions): ReactElement {
  const { run, state, report, refused } = stopped;
  const { t } = useWords();
  const isOver = state !== 'running' && state !== 'queued' && state !== 'stopped';
  const { planned, ends } = report.steps;
  return (
    <Page title={t(isOver ? `finished.${state}` : 'stopped.title')}>
      <Text>
        {`${t(`stopped.reason.${report.reason ?? 'none'}`)} ${t('stopped.done', { done: planned - (ends.open ?? 0), count: planned })}`}
      </Text>
      {refused !== undefined && <ObstacleMessage obstacle={refused} />}
      {report.obstacles.map((obstacle, index) => (
        <ObstacleMessage key={index} obstacle={obstacle} />
      ))}
      {!isOver && <Choices stopped={stopped} {...actions} />}
      <ReportPanel run={run} />
    </Page>
  );
}

function Choices(props: { readonly stopped: Stopped } & StoppedActions): ReactElement {
  const { stopped, busy, onTell, onReviewAgain } = props;
  const { resumable, acceptable } = stopped;
  const { t } = useWords();
  const [asking, ask] = useState(false);
  if (asking) return <CallOffQuestion busy={busy} onYes={() => onTell('call-off')} onNo={() => ask(false)} />;
  return (
    <Part title={t('blocked.remedy')}>
      <Inline space="space.100" shouldWrap>
        <GoingOn {...props} />
        <Button isDisabled={busy} onClick={() => ask(true)}>
          {t('stopped.callOff')}
        </Button>
      </Inline>
      {acceptable && <Text color="color.text.subtle">{t('stopped.acceptHint')}</Text>}
      {!resumable && onReviewAgain === undefined && <Text>{t('stopped.reviewHint')}</Text>}
    </Part>
  );
}

/** The ways to go on: resume, accept what was refused, or look at the person again. */
function GoingOn({
  stopped,
  busy,
  onTell,
  onReviewAgain,
}: { readonly stopped: Stopped } & StoppedActions): ReactElement {
  const { t } = useWords();
  return (
    <>
      {stopped.resumable && (
        <Button appearance="primary" isDisabled={busy} onClick={() => onTell('resume')}>
          {t('stopped.resume')}
        </Button>
      )}
      {stopped.acceptable && (
        <Button isDisabled={busy} onClick={() => onTell('accept')}>
          {t('stopped.accept')}
        </Button>
      )}
      {!stopped.resumable && onReviewAgain !== undefined && (
        <Button appearance="primary" isDisabled={busy} onClick={onReviewAgain}>
          {t('stopped.reviewAgain')}
        </Button>
      )}
    </>
  );
}

/** Asks once more before a run is given up. */
function CallOffQuestion(props: {
  readonly busy: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}): ReactElement {
  const { busy, onYes, onNo } = props;
  const { t } = useWords();
  return (
    <Part title={t('stopped.callOffAsk')}>
      <Stack space="space.100" alignInline="start">
        <Text>{t('stopped.callOffText')}</Text>
        <ButtonGroup label={t('stopped.callOffAsk')}>
          <Button autoFocus onClick={onNo}>
            {t('stopped.callOffNo')}
          </Button>
          <Button appearance="danger" isDisabled={busy} onClick={onYes}>
            {t('stopped.callOffYes')}
          </Button>
        </ButtonGroup>
      </Stack>
    </Part>
  );
}
