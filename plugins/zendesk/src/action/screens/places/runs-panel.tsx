import type { PersonId, RunRecord } from '@lethe/core';
import { Button } from '@zendeskgarden/react-buttons';
import { useCallback, useId } from 'react';
import type { ReactElement } from 'react';
import { isOpen, shownId } from '../../view/person-view.ts';
import { useWords } from '../../words/words-context.ts';
import { Card, PartTitle, Quiet, SmallTitle, Stack, Text } from '../frame/layout.ts';
import { AccountRuns } from './account-runs.tsx';
import { Starting } from './gate.tsx';
import { OpenRunLine } from './open-run-line.tsx';
import type { Panel } from './sidebar-page.tsx';
import { TroubleAlert } from './trouble-alert.tsx';
import { useFresh } from './use-fresh.ts';
import type { Loaded } from './use-loaded.ts';

/** A list of runs, and what happens when one is chosen. */
export type ChoosingRun = Panel & { readonly onRun: (person: PersonId, run: string) => void };

/** Runs that have not ended. */
export function RunsPanel({ desk, frame, onRun }: ChoosingRun): ReactElement {
  const { t } = useWords();
  const [loaded, again] = useRuns({ desk, frame });
  if (loaded.at === 'loading') return <Starting />;
  if (loaded.at === 'failed') return <TroubleAlert error={loaded.error} onAgain={again} />;
  const open = loaded.value.filter(isOpen);
  return (
    <Stack>
      <PartTitle>{t('nav.runsTitle')}</PartTitle>
      <Quiet>{t('nav.runsText')}</Quiet>
      {open.length === 0 && <Text>{t('runs.none')}</Text>}
      {open.map((run) => (
        <OpenRunLine key={run.id} run={run} onShow={() => onRun(run.plan.person, run.id)} />
      ))}
    </Stack>
  );
}

/** Runs that have ended in any way, each with its report. */
export function ReportsPanel({ desk, frame, onRun }: ChoosingRun): ReactElement {
  const { t } = useWords();
  const [loaded, again] = useRuns({ desk, frame });
  if (loaded.at === 'loading') return <Starting />;
  if (loaded.at === 'failed') return <TroubleAlert error={loaded.error} onAgain={again} />;
  const ended = loaded.value.filter((run) => !isOpen(run));
  return (
    <Stack>
      <PartTitle>{t('nav.reportsTitle')}</PartTitle>
      <Quiet>{t('nav.reportsText')}</Quiet>
      {ended.length === 0 && <Text>{t('nav.reportsNone')}</Text>}
      {ended.map((run) => (
        <ReportLine key={run.id} run={run} onShow={() => onRun(run.plan.person, run.id)} />
      ))}
      <AccountRuns desk={desk} />
    </Stack>
  );
}

function useRuns({ desk, frame }: Panel): readonly [loaded: Loaded<readonly RunRecord[]>, again: () => void] {
  const { store, name } = desk;
  return useFresh(
    useCallback(() => store.runs({ host: name }), [store, name]),
    frame,
  );
}

function ReportLine({ run, onShow }: { readonly run: RunRecord; readonly onShow: () => void }): ReactElement {
  const { t, moment } = useWords();
  const id = useId();
  const person = shownId(run.plan.person);
  return (
    <Card>
      <Stack $gap={8}>
        <div>
          <SmallTitle id={id}>{t('person.title', { person })}</SmallTitle>
          <Quiet>{`${moment(run.endedAt ?? run.startedAt)} · ${t(`runs.ended.${run.state}`)}`}</Quiet>
        </div>
        <div>
          <Button size="small" aria-describedby={id} onClick={onShow}>
            {t('runs.show')}
          </Button>
        </div>
      </Stack>
    </Card>
  );
}
