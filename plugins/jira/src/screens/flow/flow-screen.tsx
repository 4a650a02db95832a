import { Button, SectionMessage, Stack, Text } from '@forge/react';
import type { ObstacleCode } from '@lethe/core';
import type { ReactElement } from 'react';
import type { AccountMode, RunState } from '../../forge/protocol.ts';
import { Trouble, Waiting } from '../frame/trouble.tsx';
import { BlockedScreen } from '../review/blocked-screen.tsx';
import { LookingScreen } from '../review/looking-screen.tsx';
import { ReviewScreen } from '../review/review-screen.tsx';
import { FinishedScreen } from '../run/finished-screen.tsx';
import { RunningScreen } from '../run/running-screen.tsx';
import { StoppedScreen } from '../run/stopped-screen.tsx';
import { useWords } from '../words/words-context.ts';
import type { FlowState } from './flow-state.ts';
import type { PersonFlow } from './person-flow.ts';
import type { Beginning } from './use-flow.ts';
import { useFlow } from './use-flow.ts';

/** One person from the review to the report. */
export function FlowScreen(props: { readonly beginning: Beginning; readonly onBack?: () => void }): ReactElement {
  const { beginning, onBack } = props;
  const [flow, state] = useFlow(beginning);
  const { t } = useWords();
  return (
    <Stack space="space.300" alignInline="stretch">
      {isLost(state) && (
        <SectionMessage appearance="warning">
          <Text>{t('trouble.unreachable')}</Text>
        </SectionMessage>
      )}
      <Now flow={flow} state={state} />
      {onBack !== undefined && (
        <Button appearance="subtle" onClick={onBack}>
          {t('back')}
        </Button>
      )}
    </Stack>
  );
}

/** Whether the last question how it stands got no answer. */
function isLost(state: FlowState): boolean {
  return (state.at === 'review' || state.at === 'run') && state.lost !== undefined;
}

interface At<Name extends FlowState['at']> {
  readonly flow: PersonFlow;
  readonly state: Extract<FlowState, { readonly at: Name }>;
}

function Now({ flow, state }: { readonly flow: PersonFlow; readonly state: FlowState }): ReactElement {
  switch (state.at) {
    case 'asking':
      return <Waiting />;
    case 'refused':
      return <Trouble refusal={state.refusal} onAgain={() => flow.again()} />;
    case 'review':
      return <Reviewing flow={flow} state={state} />;
    case 'run':
      return <Running flow={flow} run={state.run} busy={state.busy === true} />;
  }
}

function Reviewing({ flow, state }: At<'review'>): ReactElement {
  const { review } = state;
  switch (review.at) {
    case 'looking':
      return <LookingScreen looking={review} />;
    case 'blocked':
      return <BlockedScreen key={review.review} blocked={review} {...onlyWith(flow, goingOn)} />;
    case 'failed':
      return <Trouble refusal={{ ...review, ok: false }} onAgain={() => flow.lookAgain()} />;
    case 'reviewed':
      return (
        <ReviewScreen
          key={review.review}
          reviewed={review}
          busy={state.busy === true}
          onConfirm={(typed) => flow.confirm(typed)}
          {...(state.refused === undefined ? {} : { refused: state.refused })}
          {...onlyWith(flow, lookingAgain)}
        />
      );
  }
}

/** What may be done only while it is known whom the review is about. */
function onlyWith<Ways>(flow: PersonFlow, waysOf: (flow: PersonFlow) => Ways): Partial<Ways> {
  return flow.knowsPerson ? waysOf(flow) : {};
}

function goingOn(flow: PersonFlow): { readonly onGoOn: (acknowledged: readonly ObstacleCode[]) => void } {
  return { onGoOn: (acknowledged) => flow.reviewAgain({ acknowledged }) };
}

function reviewingAgain(flow: PersonFlow): { readonly onReviewAgain: () => void } {
  return { onReviewAgain: () => flow.reviewAgain() };
}

function lookingAgain(flow: PersonFlow): ReturnType<typeof reviewingAgain> & {
  readonly onChoose: (account: AccountMode) => void;
} {
  return { ...reviewingAgain(flow), onChoose: (account) => flow.reviewAgain({ account }) };
}

function Running(props: { readonly flow: PersonFlow; readonly run: RunState; readonly busy: boolean }): ReactElement {
  const { flow, run, busy } = props;
  switch (run.at) {
    case 'waiting':
    case 'running':
      return <RunningScreen run={run} busy={busy} onStop={() => flow.tell('stop')} />;
    case 'stopped':
      return (
        <StoppedScreen
          stopped={run}
          busy={busy}
          onTell={(what) => flow.tell(what)}
          {...onlyWith(flow, reviewingAgain)}
        />
      );
    case 'finished':
      return <FinishedScreen finished={run} />;
  }
}
