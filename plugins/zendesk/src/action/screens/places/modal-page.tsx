import { useCallback, useEffect, useMemo } from 'react';
import { HostError } from '@lethe/core';
import type { PersonId } from '@lethe/core';
import { ReviewFlow } from '@lethe/review';
import type { ReactElement } from 'react';
import type { AppDesk } from '../../desk/app-desk.ts';
import type { Shown } from '../../view/place.ts';
import type { ZendeskFrame } from '../../zaf/zendesk-frame.ts';
import { FlowScreen } from './flow-screen.tsx';
import { Starting } from './gate.tsx';
import { TroubleAlert } from './trouble-alert.tsx';
import { useLoaded } from './use-loaded.ts';

/** A place where a review or a run takes the whole page. */
export interface WholePage {
  readonly desk: AppDesk;
  readonly frame: ZendeskFrame;
  readonly shown: Shown;
}

/** The modal: from the review to the report, or a stored run. */
export function ModalPage({ desk, frame, shown }: WholePage): ReactElement {
  const [person, again] = useLoaded(useCallback(() => personOf(desk, shown), [desk, shown]));
  if (person.at === 'loading') return <Starting />;
  if (person.at === 'failed') return <TroubleAlert error={person.error} onAgain={again} />;
  return (
    <ShownFlow
      desk={desk}
      shown={shown}
      person={person.value}
      hint="running.openModal"
      onBack={() => frame.closeModal()}
    />
  );
}

/** A review that begins, or a run that is opened, as soon as it is on the screen. */
export function ShownFlow(props: {
  readonly desk: AppDesk;
  readonly shown: Shown;
  readonly person: PersonId;
  readonly hint: 'running.open' | 'running.openModal';
  readonly onBack: () => void;
}): ReactElement {
  const { desk, shown, ...on } = props;
  const flow = useMemo(() => new ReviewFlow(desk), [desk]);
  useEffect(() => void begin(flow, shown), [flow, shown]);
  return <FlowScreen {...on} flow={flow} desk={desk} />;
}

function begin(flow: ReviewFlow, shown: Shown): Promise<void> {
  return 'run' in shown ? flow.open(shown.run) : flow.review(shown.person);
}

async function personOf({ store }: AppDesk, shown: Shown): Promise<PersonId> {
  if ('person' in shown) return shown.person;
  const run = await store.run(shown.run);
  if (run === undefined) throw new HostError('gone', 'There is no run of that id on this host.');
  return run.plan.person;
}
