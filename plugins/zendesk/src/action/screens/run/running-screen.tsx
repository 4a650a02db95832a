import type { RunProgress } from '@lethe/review';
import { Button } from '@zendeskgarden/react-buttons';
import type { ReactElement } from 'react';
import { shownId } from '../../view/person-view.ts';
import { useWords } from '../../words/words-context.ts';
import { Quiet, Stack, Text } from '../frame/layout.ts';
import { Part } from '../frame/part.tsx';
import { ScreenHeading } from '../frame/screen-heading.tsx';
import { ProgressPanel } from './progress-panel.tsx';

/** A run under way in this page. */
export interface Running {
  readonly person: string;
  readonly progress: RunProgress;
  readonly stopping: boolean;
  /** What the agent has to leave open meanwhile. */
  readonly hint: 'running.open' | 'running.openModal';
  readonly onStop: () => void;
}

/** Watches a run that goes on in this page, and stops it before its next call. */
export function RunningScreen({ person, progress, stopping, hint, onStop }: Running): ReactElement {
  const { t } = useWords();
  return (
    <Stack>
      <ScreenHeading>{t('running.title', { person: shownId(person) })}</ScreenHeading>
      <Part title={t('running.progress')}>
        <ProgressPanel progress={progress} />
        <div>
          <Button onClick={onStop} disabled={stopping}>
            {t('running.stop')}
          </Button>
        </div>
        <Quiet role="status">{t(stopping ? 'running.stopping' : 'running.stopHint')}</Quiet>
      </Part>
      <Text>{t(hint)}</Text>
    </Stack>
  );
}
