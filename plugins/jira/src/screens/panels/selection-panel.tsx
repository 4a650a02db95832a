import { Button, Form, Label, Stack, Text, Textfield } from '@forge/react';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { Waiting } from '../frame/trouble.tsx';
import { issuesTyped, selectedIssues } from '../resolver/selection.ts';
import { useWords } from '../words/words-context.ts';
import { PeopleOnIssues } from './people-on-issues.tsx';

/** The people on a selection of issues, one after the other; the keys are asked for where Jira does not tell them. */
export function SelectionPanel(): ReactElement {
  const { t } = useWords();
  const [issues, select] = useState<readonly string[]>();
  useEffect(() => {
    void selectedIssues().then(select);
  }, []);
  if (issues === undefined) return <Waiting />;
  if (issues.length === 0) return <KeysForm onKeys={select} />;
  return (
    <Stack space="space.200">
      <Text>{`${t('selection.of', { count: issues.length })}. ${t('selection.oneByOne')}`}</Text>
      {pagesOf(issues).map((some) => (
        <PeopleOnIssues key={some[0]} issues={some} nobody={t('selection.nobody')} />
      ))}
    </Stack>
  );
}

const AT_ONCE = 50;

/** As many issues as the app reads at once. */
function pagesOf(issues: readonly string[]): readonly (readonly string[])[] {
  const pages = Math.ceil(issues.length / AT_ONCE);
  return Array.from({ length: pages }, (_, page) => issues.slice(page * AT_ONCE, (page + 1) * AT_ONCE));
}

function KeysForm({ onKeys }: { readonly onKeys: (issues: readonly string[]) => void }): ReactElement {
  const { t } = useWords();
  const [text, type] = useState('');
  return (
    <Form onSubmit={() => onKeys(issuesTyped(text))}>
      <Stack space="space.100" alignInline="start">
        <Text>{t('selection.none')}</Text>
        <Label labelFor="keys">{t('selection.label')}</Label>
        <Textfield
          id="keys"
          name="keys"
          placeholder="HELP-1, HELP-2"
          onChange={({ target }) => type(typeof target.value === 'string' ? target.value : '')}
        />
        <Button type="submit" appearance="primary">
          {t('selection.go')}
        </Button>
      </Stack>
    </Form>
  );
}
