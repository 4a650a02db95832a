import type { Person, PersonId } from '@lethe/core';
import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input } from '@zendeskgarden/react-forms';
import { useCallback, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { findPeople } from '../../view/find-people.ts';
import type { Found } from '../../view/find-people.ts';
import { useWords } from '../../words/words-context.ts';
import { PartTitle, Quiet, Stack, Text } from '../frame/layout.ts';
import { Starting } from './gate.tsx';
import { FoundPerson } from './found-person.tsx';
import type { Panel } from './sidebar-page.tsx';
import { TroubleAlert } from './trouble-alert.tsx';
import { useLoaded } from './use-loaded.ts';

/** A search, and whom it is for. */
export type Finding = Panel & { readonly onPerson: (person: PersonId) => void };

/** Finds people by what they go by. What was typed is sent to Zendesk and kept nowhere. */
export function FindPanel(finding: Finding): ReactElement {
  const { t } = useWords();
  const [typed, type] = useState('');
  const [asked, ask] = useState<string>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() !== '') ask(typed);
  };
  return (
    <Stack>
      <PartTitle>{t('nav.findTitle')}</PartTitle>
      <form onSubmit={submit} role="search">
        <Stack $gap={12}>
          <Field>
            <Field.Label>{t('nav.findLabel')}</Field.Label>
            <Field.Hint>{t('nav.findHint')}</Field.Hint>
            <Input value={typed} onChange={(event) => type(event.target.value)} autoComplete="off" />
          </Field>
          <div>
            <Button type="submit" isPrimary>
              {t('nav.findButton')}
            </Button>
          </div>
        </Stack>
      </form>
      {asked !== undefined && <Results key={asked} {...finding} asked={asked} />}
    </Stack>
  );
}

function Results({ asked, ...finding }: Finding & { readonly asked: string }): ReactElement {
  const { host } = finding.desk;
  const [found, again] = useLoaded(useCallback(() => findPeople(host, asked), [host, asked]));
  if (found.at === 'loading') return <Starting />;
  if (found.at === 'failed') return <TroubleAlert error={found.error} onAgain={again} />;
  return <People {...finding} found={found.value} />;
}

function People({ found, frame, onPerson }: Finding & { readonly found: Found }): ReactElement {
  const { t, said } = useWords();
  const { people, refused } = found;
  return (
    <Stack $gap={12}>
      <Text role="status">{people.length === 0 ? t('nav.foundNone') : t('nav.found', { count: people.length })}</Text>
      {refused.map((reason) => (
        <Text key={reason}>{t('nav.findWeak', { reason: said(reason) })}</Text>
      ))}
      {people.map((person: Person) => (
        <FoundPerson key={person.id} person={person} frame={frame} onPerson={onPerson} />
      ))}
      {people.length > 0 && <Quiet>{t('nav.privacy')}</Quiet>}
    </Stack>
  );
}
