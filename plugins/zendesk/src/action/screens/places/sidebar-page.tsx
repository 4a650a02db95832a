import { ReviewFlow } from '@lethe/review';
import type { PersonId, RunRecord } from '@lethe/core';
import { useCallback, useState } from 'react';
import type { ReactElement } from 'react';
import type { AppDesk } from '../../desk/app-desk.ts';
import type { PersonStanding } from '../../view/person-view.ts';
import { standingOf, wasLeft } from '../../view/person-view.ts';
import type { Shown } from '../../view/place.ts';
import { useWords } from '../../words/words-context.ts';
import type { SidePerson, ZendeskFrame } from '../../zaf/zendesk-frame.ts';
import { Heard, Stack, Text } from '../frame/layout.ts';
import { FlowScreen } from './flow-screen.tsx';
import { Starting } from './gate.tsx';
import { PersonCard } from './person-card.tsx';
import { TroubleAlert } from './trouble-alert.tsx';
import { useFresh } from './use-fresh.ts';

/** A panel beside a user or a ticket. */
export interface Panel {
  readonly desk: AppDesk;
  readonly frame: ZendeskFrame;
}

/** Somebody beside the page, and how they stand. */
interface Beside {
  readonly side: SidePerson;
  readonly standing: PersonStanding;
}

/** A run this panel goes on with, after the modal it was begun in was closed. */
interface CarriedOn {
  readonly flow: ReviewFlow;
  readonly person: PersonId;
}

/** Everybody the page is about, each with a button; a run whose modal was closed goes on here. */
export function SidebarPage({ desk, frame }: Panel): ReactElement {
  const [loaded, again] = useFresh(
    useCallback(() => peopleBeside(desk, frame), [desk, frame]),
    frame,
  );
  const [carried, carry] = useState<CarriedOn>();
  if (carried !== undefined) {
    const back = (): void => {
      carry(undefined);
      again();
    };
    return <FlowScreen {...carried} desk={desk} hint="running.open" onBack={back} />;
  }
  if (loaded.at === 'loading') return <Starting />;
  if (loaded.at === 'failed') return <TroubleAlert error={loaded.error} onAgain={again} />;
  const show = (one: Beside, shown: Shown): void => {
    const { person } = one.side;
    const seen = watchRuns(desk, person);
    void frame.openModal(shown, () => void closed({ desk, person, seen: seen(), carry }).finally(again));
  };
  return <People people={loaded.value} onShow={show} />;
}

function People(props: {
  readonly people: readonly Beside[];
  readonly onShow: (one: Beside, shown: Shown) => void;
}): ReactElement {
  const { people, onShow } = props;
  const { t } = useWords();
  return (
    <Stack>
      <Heard as="h1">{t('nav.title')}</Heard>
      {people.length === 0 && <Text>{t('person.none')}</Text>}
      {people.map((one) => (
        <PersonCard
          key={one.side.person}
          {...one}
          onReview={() => onShow(one, { person: one.side.person })}
          onShowRun={(run) => onShow(one, { run })}
        />
      ))}
    </Stack>
  );
}

async function peopleBeside(desk: AppDesk, frame: ZendeskFrame): Promise<readonly Beside[]> {
  const people = await frame.people();
  return Promise.all(people.map(async (side) => ({ side, standing: await standingNow(desk, side.person) })));
}

async function standingNow({ store, name, account }: AppDesk, person: PersonId): Promise<PersonStanding> {
  const [runs, day] = await Promise.all([store.runs({ host: name }), account.anonymizedOn(person)]);
  return standingOf({ runs, day }, person);
}

const EVERY = 500;

/** Looks at a person's open run while a modal is open; gives the last sight of it, and looks no more. */
function watchRuns(desk: AppDesk, person: PersonId): () => RunRecord | undefined {
  const seen: { run?: RunRecord } = {};
  const look = async (): Promise<void> => {
    const run = await openRun(desk, person);
    if (run?.state === 'running') seen.run = run;
  };
  const timer = setInterval(() => void look().catch(() => undefined), EVERY);
  return () => {
    clearInterval(timer);
    return seen.run;
  };
}

async function openRun({ store, name }: AppDesk, person: PersonId): Promise<RunRecord | undefined> {
  return standingOf({ runs: await store.runs({ host: name }), day: undefined }, person).open;
}

const LOOKS = 10;

/** The run whose page is gone. A page takes a moment to go; one that stays is another tab's, and so is its run. */
async function leftRun(desk: AppDesk, person: PersonId, seen: RunRecord | undefined): Promise<RunRecord | undefined> {
  for (let look = 0; look < LOOKS; look += 1) {
    const now = await openRun(desk, person);
    if (seen === undefined || now?.state !== 'running') return wasLeft(seen, now);
    await new Promise((over) => setTimeout(over, EVERY));
  }
  return undefined;
}

/** The modal is gone, and with it a run that went on in it: it goes on here. */
async function closed(after: {
  readonly desk: AppDesk;
  readonly person: PersonId;
  readonly seen: RunRecord | undefined;
  readonly carry: (carried: CarriedOn) => void;
}): Promise<void> {
  const { desk, person, seen, carry } = after;
  const left = await leftRun(desk, person, seen);
  if (left === undefined) return;
  const flow = new ReviewFlow(desk);
  carry({ flow, person });
  await flow.resume(left.id);
}
