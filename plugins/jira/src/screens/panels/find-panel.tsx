import { Form, HelperMessage, Label, LoadingButton, Stack, Text, Textfield } from '@forge/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Answer, Values } from '../../forge/protocol.ts';
import type { Beginning } from '../flow/use-flow.ts';
import { Trouble } from '../frame/trouble.tsx';
import { askResolver } from '../resolver/ask.ts';
import { useWords } from '../words/words-context.ts';
import { PersonCard } from './person-card.tsx';

/** Finds people by address, name or account. */
export function FindPanel({ onBegin }: { readonly onBegin: (beginning: Beginning) => void }): ReactElement {
  const [text, type] = useState('');
  const [busy, setBusy] = useState(false);
  const [answer, set] = useState<Answer<Values['find']>>();
  const find = async (): Promise<void> => {
    if (text.trim() === '' || busy) return;
    setBusy(true);
    set(await askResolver('find', { text }));
    setBusy(false);
  };
  return (
    <Stack space="space.200">
      <Form onSubmit={find}>
        <FindFields busy={busy} onType={type} />
      </Form>
      {answer?.ok === false && <Trouble refusal={answer} onAgain={() => void find()} />}
      {answer?.ok === true && <Found found={answer.value} onBegin={onBegin} />}
    </Stack>
  );
}

function FindFields(props: { readonly busy: boolean; readonly onType: (text: string) => void }): ReactElement {
  const { busy, onType } = props;
  const { t } = useWords();
  return (
    <Stack space="space.100" alignInline="start">
      <Label labelFor="who">{t('page.findLabel')}</Label>
      <Textfield
        id="who"
        name="who"
        onChange={({ target }) => onType(typeof target.value === 'string' ? target.value : '')}
      />
      <HelperMessage>{t('page.findHint')}</HelperMessage>
      <LoadingButton type="submit" appearance="primary" isLoading={busy}>
        {t('page.findButton')}
      </LoadingButton>
    </Stack>
  );
}

function Found(props: {
  readonly found: Values['find'];
  readonly onBegin: (beginning: Beginning) => void;
}): ReactElement {
  const { found, onBegin } = props;
  const { people, refused } = found;
  const { t, said } = useWords();
  return (
    <Stack space="space.150">
      {refused.map((reason) => (
        <Text key={reason}>{t('page.findWeak', { reason: said(reason) })}</Text>
      ))}
      <Text>{people.length === 0 ? t('page.foundNone') : t('page.found', { count: people.length })}</Text>
      {people.map((person) => (
        <PersonCard key={person.ref} person={person} onBegin={onBegin} />
      ))}
    </Stack>
  );
}
