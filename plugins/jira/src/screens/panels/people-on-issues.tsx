import { SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Values } from '../../forge/protocol.ts';
import { FlowScreen } from '../flow/flow-screen.tsx';
import type { Beginning } from '../flow/use-flow.ts';
import { Trouble, Waiting } from '../frame/trouble.tsx';
import { useAsked } from '../resolver/use-asked.ts';
import { useWords } from '../words/words-context.ts';
import { PersonCard } from './person-card.tsx';

/** How the list of people on some issues is shown. */
export interface PeopleShown {
  /** Keys or ids; none for the issue the page was opened on. */
  readonly issues: readonly string[];
  /** What is said where there is nobody. */
  readonly nobody: string;
}

/** Everybody on some issues, one by one from the review to the report. A run that is under way is found again. */
export function PeopleOnIssues({ issues, nobody }: PeopleShown): ReactElement {
  const [asked, again] = useAsked('who', { issues });
  const [chosen, choose] = useState<Beginning | 'list'>();
  if (asked.at === 'asking') return <Waiting />;
  if (asked.at === 'refused') return <Trouble refusal={asked.refusal} onAgain={again} />;
  const beginning = chosen ?? onlyRunOf(asked.value) ?? 'list';
  if (beginning === 'list') return <People who={asked.value} nobody={nobody} onBegin={choose} />;
  const back = (): void => {
    choose('list');
    again();
  };
  return <FlowScreen beginning={beginning} onBack={back} />;
}

function People(props: {
  readonly who: Values['who'];
  readonly nobody: string;
  readonly onBegin: (beginning: Beginning) => void;
}): ReactElement {
  const { who, nobody, onBegin } = props;
  const { t } = useWords();
  return (
    <Stack space="space.150">
      {who.people.map((person) => (
        <PersonCard key={person.ref} person={person} onBegin={onBegin} />
      ))}
      {who.people.length === 0 && <Text>{nobody}</Text>}
      {who.unread.length > 0 && (
        <SectionMessage appearance="warning">
          <Text>{t('person.unread', { issues: who.unread.join(', ') })}</Text>
        </SectionMessage>
      )}
    </Stack>
  );
}

/** The run to show at once: where there is but one person, and a run on them has not ended. */
function onlyRunOf({ people }: Values['who']): Beginning | undefined {
  const [only, ...others] = people;
  if (only?.openRun === undefined || others.length > 0) return undefined;
  return { with: 'run', run: only.openRun };
}
