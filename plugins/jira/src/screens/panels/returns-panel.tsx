import { Button, ButtonGroup, Link, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Refusal, ReturnLine } from '../../forge/protocol.ts';
import { Part } from '../frame/part.tsx';
import { SimpleTable } from '../frame/simple-table.tsx';
import { Trouble, Waiting } from '../frame/trouble.tsx';
import { askResolver } from '../resolver/ask.ts';
import { useAsked } from '../resolver/use-asked.ts';
import { useWords } from '../words/words-context.ts';
import { PeopleOnIssues } from './people-on-issues.tsx';

/** Issues on which somebody who was anonymized has written since: to be looked at, or taken off the list. */
export function ReturnsPanel(): ReactElement {
  const { t } = useWords();
  const [asked, again] = useAsked('returns', {});
  const [issue, open] = useState<string>();
  if (asked.at === 'asking') return <Waiting />;
  if (asked.at === 'refused') return <Trouble refusal={asked.refusal} onAgain={again} />;
  if (issue === undefined) return <ReturnsList lines={asked.value.returns} onOpen={open} onSettled={again} />;
  return (
    <Stack space="space.200">
      <PeopleOnIssues issues={[issue]} nobody={t('person.none')} />
      <Button onClick={() => open(undefined)}>{t('page.returns')}</Button>
    </Stack>
  );
}

function ReturnsList(props: {
  readonly lines: readonly ReturnLine[];
  readonly onOpen: (issue: string) => void;
  readonly onSettled: () => void;
}): ReactElement {
  const { lines, onOpen, onSettled } = props;
  const { t } = useWords();
  const [refusal, refuse] = useState<Refusal>();
  const settle = async (id: string): Promise<void> => {
    const answer = await askResolver('settleReturn', { id });
    refuse(answer.ok ? undefined : answer);
    onSettled();
  };
  return (
    <Part title={t('page.returns')}>
      {refusal !== undefined && (
        <SectionMessage appearance="error">
          <Text>{t(`trouble.code.${refusal.code}`)}</Text>
        </SectionMessage>
      )}
      <Text>{t(lines.length === 0 ? 'page.returnsNone' : 'page.returnsText')}</Text>
      <Returns lines={lines} onOpen={onOpen} onSettle={(id) => void settle(id)} />
    </Part>
  );
}

function Returns(props: {
  readonly lines: readonly ReturnLine[];
  readonly onOpen: (issue: string) => void;
  readonly onSettle: (id: string) => void;
}): ReactElement | null {
  const { lines, onOpen, onSettle } = props;
  const { t, moment } = useWords();
  if (lines.length === 0) return null;
  return (
    <SimpleTable
      label={t('page.returns')}
      head={[t('page.column.since'), t('page.column.issue'), t('page.column.action')]}
      rows={lines.map(({ id, issue, href, seenAt }) => [
        moment(seenAt),
        <Link href={href} openNewTab>
          {issue}
        </Link>,
        <ButtonGroup>
          <Button spacing="compact" onClick={() => onOpen(issue)}>
            {t('page.who')}
          </Button>
          <Button spacing="compact" onClick={() => onSettle(id)}>
            {t('page.settle')}
          </Button>
        </ButtonGroup>,
      ])}
    />
  );
}
