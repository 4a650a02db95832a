import { Button, SectionMessage, Stack, Text } from '@forge/react';
import type { ReactElement } from 'react';
import type { RunState } from '../../forge/protocol.ts';
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
      {'lost' in state && state.lost !== undefined && (
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
  const { review, refused, busy = false } = state;
  const again = flow.knowsPerson;
  switch (review.at) {
    case 'looking':
      return <LookingScreen looking={review} />;
    case 'blocked':
      return (
        <BlockedScreen
          key={review.review}
          blocked={review}
          {...(again ? { onGoOn: (acknowledged) => flow.reviewAgain({ acknowledged }) } : {})}
        />
      );
    case 'failed':
      return <Trouble refusal={{ ...review, ok: false }} onAgain={() => (again ? flow.reviewAgain() : flow.again())} />;
    case 'reviewed':
      return (
        <ReviewScreen
          key={review.review}
          reviewed={review}
          busy={busy}
          onConfirm={(typed) => flow.confirm(typed)}
          {...(refused === undefined ? {} : { refused })}
          {...(again
            ? { onChoose: (account) => flow.reviewAgain({ account }), onReviewAgain: () => flow.reviewAgain() }
            : {})}
        />
      );
  }
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
          {...(flow.knowsPerson ? { onReviewAgain: () => flow.reviewAgain() } : {})}
        />
      );
    case 'finished':
      return <FinishedScreen finished={run} />;
  }
}
