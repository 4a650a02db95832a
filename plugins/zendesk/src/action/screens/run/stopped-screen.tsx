import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { At } from '../../view/flow-states.ts';
import { shownId } from '../../view/person-view.ts';
import type { StopAction } from '../../view/run-view.ts';
import { endedSteps, endedTitle, stopActions, stopReason } from '../../view/run-view.ts';
import type { Key } from '../../words/catalogs.ts';
import { useWords } from '../../words/words-context.ts';
import { Quiet, Row, Stack, Text } from '../frame/layout.ts';
import { Part } from '../frame/part.tsx';
import { ScreenHeading } from '../frame/screen-heading.tsx';
import { ReportPage } from '../report/report-page.tsx';
import { ObstacleAlert } from '../review/blocked-screen.tsx';
import { CallOffQuestion } from './call-off-question.tsx';

/** What may be done with a run that stopped. */
export interface StoppedActions {
  readonly onResume: (acceptRefused: boolean) => void;
  readonly onCallOff: () => void;
  readonly onReview: () => void;
}

/** Why a run stopped, what to do, and how far it got. */
export function StoppedScreen({
  stopped,
  ...actions
}: { readonly stopped: At<'stopped'> } & StoppedActions): ReactElement {
  const { run, report, refused } = stopped;
  const { t } = useWords();
  const { planned } = report.steps;
  return (
    <Stack>
      <ScreenHeading>{t(endedTitle(run), { person: shownId(run.plan.person) })}</ScreenHeading>
      <Text>
        {t(stopReason(report))} {t('stopped.done', { done: endedSteps(report), count: planned })}
      </Text>
      {refused !== undefined && <ObstacleAlert obstacle={refused} />}
      {report.obstacles.map((obstacle, index) => (
        <ObstacleAlert key={index} obstacle={obstacle} />
      ))}
      <Choices stopped={stopped} {...actions} />
      <ReportPage report={report} />
    </Stack>
  );
}

function Choices({
  stopped,
  onResume,
  onCallOff,
  onReview,
}: { readonly stopped: At<'stopped'> } & StoppedActions): ReactNode {
  const { t } = useWords();
  const [asking, ask] = useState(false);
  const actions = stopActions(stopped);
  const done: Readonly<Record<StopAction, () => void>> = {
    resume: () => onResume(false),
    accept: () => onResume(true),
    review: onReview,
    'call-off': () => ask(true),
  };
  if (actions.length === 0) return null;
  if (asking) return <CallOffQuestion onYes={onCallOff} onNo={() => ask(false)} />;
  return (
    <Part title={t('blocked.remedy')}>
      <Row>
        {actions.map((action, index) => (
          <ActionButton key={action} action={action} first={index === 0} onClick={() => done[action]()} />
        ))}
      </Row>
      {actions.includes('accept') && <Quiet>{t('stopped.acceptHint')}</Quiet>}
    </Part>
  );
}

const texts = {
  resume: 'stopped.resume',
  accept: 'stopped.accept',
  review: 'stopped.reviewAgain',
  'call-off': 'stopped.callOff',
} as const satisfies Readonly<Record<StopAction, Key>>;

function ActionButton(props: {
  readonly action: StopAction;
  readonly first: boolean;
  readonly onClick: () => void;
}): ReactElement {
  const { t } = useWords();
  return (
    <Button isPrimary={props.first} isDanger={props.action === 'call-off'} onClick={props.onClick}>
      {t(texts[props.action])}
    </Button>
  );
}
