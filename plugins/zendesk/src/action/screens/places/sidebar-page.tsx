import { ReviewFlow } from '@lethe/review';
import type { PersonId } from '@lethe/core';
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
  const show = (one: Beside, shown: Shown): void =>
    void frame.openModal(shown, () => void closed({ desk, one, carry }).finally(again));
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

/** The modal is gone, and with it a run that went on in it: it goes on here. */
async function closed(after: {
  readonly desk: AppDesk;
  readonly one: Beside;
  readonly carry: (carried: CarriedOn) => void;
}): Promise<void> {
  const { desk, one, carry } = after;
  const { person } = one.side;
  const left = wasLeft(one.standing, await standingNow(desk, person));
  if (left === undefined) return;
  const flow = new ReviewFlow(desk);
  carry({ flow, person });
  await flow.resume(left.id);
}
