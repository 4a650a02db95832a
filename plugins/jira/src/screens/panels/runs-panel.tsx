import { Button, Stack, Text } from '@forge/react';
import type { ReactElement } from 'react';
import type { ReviewLine, RunLine } from '../../forge/protocol.ts';
import type { Beginning } from '../flow/use-flow.ts';
import { Part } from '../frame/part.tsx';
import { SimpleTable } from '../frame/simple-table.tsx';
import { Trouble, Waiting } from '../frame/trouble.tsx';
import { useAsked } from '../resolver/use-asked.ts';
import type { Words } from '../words/words.ts';
import { useWords } from '../words/words-context.ts';

/** A list of runs, and what happens when one is chosen. */
export interface Choosing {
  readonly onBegin: (beginning: Beginning) => void;
}

/** Reviews that wait for somebody to confirm them, and runs that have not ended. */
export function WaitingPanel({ onBegin }: Choosing): ReactElement {
  const { t } = useWords();
  const [asked, again] = useAsked('runs', {});
  if (asked.at === 'asking') return <Waiting />;
  if (asked.at === 'refused') return <Trouble refusal={asked.refusal} onAgain={again} />;
  const { reviews, runs } = asked.value;
  return (
    <Stack space="space.300">
      <Part title={t('page.reviews')}>
        {reviews.length === 0 ? <Text>{t('page.reviewsNone')}</Text> : <Reviews lines={reviews} onBegin={onBegin} />}
      </Part>
      <Part title={t('page.runs')}>
        <Runs lines={runs.filter(isOpen)} none={t('page.runsNone')} onBegin={onBegin} />
      </Part>
      <Button onClick={again}>{t('refresh')}</Button>
    </Stack>
  );
}

/** Runs that have ended in any way, each with its report. */
export function ReportsPanel({ onBegin }: Choosing): ReactElement {
  const { t } = useWords();
  const [asked, again] = useAsked('runs', {});
  if (asked.at === 'asking') return <Waiting />;
  if (asked.at === 'refused') return <Trouble refusal={asked.refusal} onAgain={again} />;
  const ended = asked.value.runs.filter((line) => !isOpen(line));
  return (
    <Part title={t('page.reports')}>
      <Text color="color.text.subtle">{t('page.reportsText')}</Text>
      <Runs lines={ended} none={t('page.reportsNone')} onBegin={onBegin} />
    </Part>
  );
}

function isOpen({ state }: RunLine): boolean {
  return state === 'running' || state === 'stopped';
}

function Reviews({ lines, onBegin }: Choosing & { readonly lines: readonly ReviewLine[] }): ReactElement {
  const { t, moment } = useWords();
  return (
    <SimpleTable
      label={t('page.reviews')}
      head={[t('page.column.since'), t('page.column.from'), t('page.column.state'), t('page.column.action')]}
      rows={lines.map(({ review, origin, at, since }) => [
        moment(since),
        t(`page.origin.${origin}`),
        t(`page.review.${at}`),
        <Button spacing="compact" onClick={() => onBegin({ with: 'review', review })}>
          {t('page.show')}
        </Button>,
      ])}
    />
  );
}

function Runs(props: Choosing & { readonly lines: readonly RunLine[]; readonly none: string }): ReactElement {
  const { lines, none, onBegin } = props;
  const words = useWords();
  const { t, moment, number } = words;
  if (lines.length === 0) return <Text>{none}</Text>;
  return (
    <SimpleTable
      label={t('page.runs')}
      head={[t('page.column.since'), t('page.column.state'), t('page.column.steps'), t('page.column.action')]}
      rows={lines.map((line) => [
        moment(line.endedAt ?? line.startedAt),
        stateIn(words, line),
        number(line.steps),
        <Button spacing="compact" onClick={() => onBegin({ with: 'run', run: line.run })}>
          {t('page.show')}
        </Button>,
      ])}
    />
  );
}

function stateIn({ t }: Words, { state, underWay }: RunLine): string {
  return state === 'stopped' && underWay ? t('page.state.waiting') : t(`page.state.${state}`);
}
