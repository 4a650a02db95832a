import type { Person, PersonId } from '@lethe/core';
import { Button } from '@zendeskgarden/react-buttons';
import { useId } from 'react';
import type { ReactElement } from 'react';
import { shownId } from '../../view/person-view.ts';
import type { Words } from '../../words/words.ts';
import { useWords } from '../../words/words-context.ts';
import type { ZendeskFrame } from '../../zaf/zendesk-frame.ts';
import { Card, Quiet, Row, SmallTitle, Stack } from '../frame/layout.ts';

/** Somebody who was found: by id and role, never by name. */
export function FoundPerson(props: {
  readonly person: Person;
  readonly frame: ZendeskFrame;
  readonly onPerson: (person: PersonId) => void;
}): ReactElement {
  const { person, frame, onPerson } = props;
  const words = useWords();
  const { t } = words;
  const id = useId();
  const shown = { person: shownId(person.id) };
  return (
    <Card aria-labelledby={id}>
      <Stack $gap={8}>
        <div>
          <SmallTitle id={id}>{t('person.title', shown)}</SmallTitle>
          <Quiet>{factsIn(words, person)}</Quiet>
        </div>
        <Row>
          <Button size="small" aria-describedby={id} onClick={() => onPerson(person.id)}>
            {t('person.anonymize')}
          </Button>
          <Button size="small" isBasic onClick={() => frame.showUser(person.id)}>
            {t('person.profile', shown)}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}

function factsIn({ t }: Words, { kind, active, dossiers }: Person): string {
  const facts = [
    t(`person.kind.${kind}`),
    ...(active ? [] : [t('person.inactive')]),
    ...(dossiers === undefined ? [] : [t('person.tickets', { count: dossiers })]),
  ];
  return facts.join(' · ');
}
