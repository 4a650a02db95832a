import { Form, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Answer, SettingsShown, Values } from '../../forge/protocol.ts';
import { Denied, PermissionsLink } from '../frame/denied.tsx';
import { Part } from '../frame/part.tsx';
import { Trouble, Waiting } from '../frame/trouble.tsx';
import { askResolver } from '../resolver/ask.ts';
import { useAsked } from '../resolver/use-asked.ts';
import { useWords } from '../words/words-context.ts';
import type { Draft, Editing } from './draft.ts';
import { draftOf, settingsFrom } from './draft.ts';
import { AfterPart, KeepingPart } from './keeping-part.tsx';
import { PeoplePart } from './people-part.tsx';
import { RulesPart, WordsPart } from './rules-part.tsx';

/** The settings, for whoever administers Jira. */
export function AdminPage(): ReactElement {
  const [asked, again] = useAsked('settings', {});
  if (asked.at === 'asking') return <Waiting />;
  if (asked.at === 'refused')
    return asked.refusal.code === 'not-allowed' ? (
      <Denied admin />
    ) : (
      <Trouble refusal={asked.refusal} onAgain={again} />
    );
  return <SettingsForm shown={asked.value} />;
}

function SettingsForm({ shown }: { readonly shown: SettingsShown }): ReactElement {
  const { t } = useWords();
  const { draft, change, save, busy, answer } = useDraft(shown);
  const editing = { draft, onChange: change };
  return (
    <Form onSubmit={save}>
      <Stack space="space.400" alignInline="stretch">
        <Groups />
        <RulesPart {...editing} presets={shown.presets} />
        <WordsPart {...editing} />
        <PeoplePart {...editing} />
        <KeepingPart {...editing} />
        <AfterPart {...editing} />
        {answer !== undefined && <Saved answer={answer} onAgain={() => void save()} />}
        <LoadingButton type="submit" appearance="primary" isLoading={busy}>
          {t('admin.save')}
        </LoadingButton>
      </Stack>
    </Form>
  );
}

/** Settings while they are edited, and what came of saving them. */
interface Edited {
  readonly draft: Draft;
  readonly change: Editing['onChange'];
  readonly save: () => Promise<void>;
  readonly busy: boolean;
  readonly answer: Answer<Values['saveSettings']> | undefined;
}

function useDraft(shown: SettingsShown): Edited {
  const [draft, set] = useState(() => draftOf(shown));
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer<Values['saveSettings']>>();
  const change = (changes: Partial<Draft>): void => {
    set((before) => ({ ...before, ...changes }));
    setAnswer(undefined);
  };
  const save = async (): Promise<void> => {
    setBusy(true);
    setAnswer(await askResolver('saveSettings', settingsFrom(draft)));
    setBusy(false);
  };
  return { draft, change, save, busy, answer };
}

/** Who may anonymize is Jira's own setting. */
function Groups(): ReactElement {
  const { t } = useWords();
  return (
    <Part title={t('admin.who')}>
      <Text>{t('admin.whoText')}</Text>
      <PermissionsLink />
    </Part>
  );
}

function Saved(props: { readonly answer: Answer<Values['saveSettings']>; readonly onAgain: () => void }): ReactElement {
  const { answer, onAgain } = props;
  const { t, said } = useWords();
  if (!answer.ok)
    return answer.code === 'not-allowed' ? <Denied admin /> : <Trouble refusal={answer} onAgain={onAgain} />;
  if (answer.value.saved)
    return (
      <SectionMessage appearance="success">
        <Text>{t('admin.saved')}</Text>
      </SectionMessage>
    );
  return (
    <SectionMessage appearance="error" title={t('admin.faults')}>
      <Text>{t('admin.faultsText')}</Text>
      {answer.value.faults.map(({ path, says }, index) => (
        <Text key={index}>
          <Text as="strong">{`${path}: `}</Text>
          {said(says)}
        </Text>
      ))}
    </SectionMessage>
  );
}
