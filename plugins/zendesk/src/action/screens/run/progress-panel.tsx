import type { RunProgress } from '@lethe/review';
import { Progress } from '@zendeskgarden/react-loaders';
import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { announcedTenth } from '../../view/run-view.ts';
import type { Words } from '../../words/words.ts';
import { useWords } from '../../words/words-context.ts';
import { Heard, Quiet, Stack, Text } from '../frame/layout.ts';

const Bar = styled(Progress)`
  && {
    margin: 0;
  }
`;
const Large = styled.span`
  font-size: 26px;
  line-height: 32px;
  font-weight: 600;
  font-variant-numeric: tabular-nums;
`;

/** How far a run is: a bar, what it is doing, how long it will take. Spoken seldom, shown always. */
export function ProgressPanel({ progress }: { readonly progress: RunProgress }): ReactElement {
  const words = useWords();
  const { t, percent, number } = words;
  const { share, phase, done, of } = progress;
  return (
    <Stack $gap={8}>
      <Large aria-hidden="true">{percent(share)}</Large>
      <Bar value={Math.round(share * 100)} size="large" aria-label={t('running.progress')} />
      <Text>
        {t(`running.phase.${phase}`)}
        {of !== undefined && of > 0 && ` · ${t('running.count', { done: number(done), of: number(of) })}`}
      </Text>
      <Quiet>{patienceIn(words, progress)}</Quiet>
      <Heard role="status" aria-live="polite">
        {spokenIn(words, progress)}
      </Heard>
    </Stack>
  );
}

function patienceIn({ t, clock, duration }: Words, { waitingUntil, secondsLeft }: RunProgress): string {
  if (waitingUntil !== undefined) return t('running.waiting', { time: clock(waitingUntil) });
  return secondsLeft === undefined ? '' : t('running.left', { duration: duration(secondsLeft) });
}

function spokenIn(words: Words, progress: RunProgress): string {
  const { t, percent } = words;
  const waiting = progress.waitingUntil === undefined ? '' : ` ${patienceIn(words, progress)}`;
  const share = t('running.percent', { percent: percent(announcedTenth(progress)) });
  return `${t(`running.phase.${progress.phase}`)}: ${share}.${waiting}`;
}
