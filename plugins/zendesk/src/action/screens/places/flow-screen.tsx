import type { PersonId } from '@lethe/core';
import type { ReviewFlow } from '@lethe/review';
import { useCallback, useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import type { AppDesk } from '../../desk/app-desk.ts';
import type { At } from '../../view/flow-states.ts';
import { BlockedScreen } from '../review/blocked-screen.tsx';
import { LookingScreen } from '../review/looking-screen.tsx';
import { ReviewScreen } from '../review/review-screen.tsx';
import { FinishedScreen } from '../run/finished-screen.tsx';
import { FollowingScreen } from '../run/following-screen.tsx';
import { RunningScreen } from '../run/running-screen.tsx';
import { StoppedScreen } from '../run/stopped-screen.tsx';
import { TroubleScreen } from '../run/trouble-screen.tsx';
import { Denied } from './denied.tsx';
import { Starting } from './gate.tsx';

/** A review or a run on the screen. */
export interface FlowOnScreen {
  readonly flow: ReviewFlow;
  readonly desk: AppDesk;
  readonly person: PersonId;
  readonly hint: 'running.open' | 'running.openModal';
  readonly onBack: () => void;
}

/** The screen for the state the review is in. */
export function FlowScreen(on: FlowOnScreen): ReactElement {
  const { flow, person, onBack } = on;
  const state = useSyncExternalStore(flow.subscribe, () => flow.state);
  switch (state.at) {
    case 'idle':
      return <Starting />;
    case 'looking':
      return <LookingScreen person={person} found={state.found} />;
    case 'blocked':
      return <Blocked {...on} blocked={state} />;
    case 'reviewed':
      return <ReviewScreen reviewed={state} onConfirm={(typed) => void flow.confirm(typed)} />;
    case 'running':
      return <RunningScreen {...state} person={person} hint={on.hint} onStop={() => stop(on)} />;
    case 'stopped':
      return <NotFinished {...on} stopped={state} />;
    case 'finished':
      return <FinishedScreen run={state.run} report={state.report} onBack={onBack} />;
    case 'trouble':
      return <TroubleScreen trouble={state} onAgain={() => void again(on, state.run)} />;
  }
}

function again({ flow, person }: FlowOnScreen, run: string | undefined): Promise<void> {
  return run === undefined ? flow.review(person) : flow.open(run);
}

function stop({ flow, desk }: FlowOnScreen): void {
  flow.stop();
  desk.hurry();
}

function Blocked({ flow, desk, person, blocked }: FlowOnScreen & { readonly blocked: At<'blocked'> }): ReactElement {
  if (blocked.obstacles.some(({ code }) => code === 'right-missing'))
    return <Denied off={desk.groups.permissions === undefined} />;
  return (
    <BlockedScreen
      person={person}
      obstacles={blocked.obstacles}
      onAcknowledge={(codes) => void flow.acknowledge(codes)}
      onAgain={() => void flow.review(person)}
    />
  );
}

function NotFinished({
  flow,
  desk,
  person,
  stopped,
}: FlowOnScreen & { readonly stopped: At<'stopped'> }): ReactElement {
  const { run } = stopped;
  const ended = useCallback(() => void flow.open(run.id), [flow, run.id]);
  const resume = (acceptRefused: boolean): void => void flow.resume(run.id, { acceptRefused });
  if (run.state === 'running' && stopped.refused === undefined)
    return <FollowingScreen run={run} store={desk.store} onEnded={ended} onResume={() => resume(false)} />;
  return (
    <StoppedScreen
      stopped={stopped}
      onResume={resume}
      onCallOff={() => void flow.callOff(run.id)}
      onReview={() => void flow.review(person)}
    />
  );
}
