import type { RunRecord, Store } from '@lethe/core';
import { Button } from '@zendeskgarden/react-buttons';
import { Progress } from '@zendeskgarden/react-loaders';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { shownId } from '../../view/person-view.ts';
import { useWords } from '../../words/words-context.ts';
import { Quiet, Stack, Text } from '../frame/layout.ts';
import { Part } from '../frame/part.tsx';
import { ScreenHeading } from '../frame/screen-heading.tsx';

const EVERY = 2_000;

/** A run that is not carried out here. */
export interface Followed {
  readonly run: RunRecord;
  readonly store: Pick<Store, 'run' | 'outcomes'>;
  /** It has ended or stopped since. */
  readonly onEnded: () => void;
  readonly onResume: () => void;
}

/** Watches, by the store alone, a run that another page carries out or left behind, and offers to take it up here. */
export function FollowingScreen(followed: Followed): ReactElement {
  const { run, onResume } = followed;
  const { t, percent, number } = useWords();
  const done = useDoneSteps(followed);
  const of = run.plan.plan.steps.length;
  const share = of === 0 ? 0 : done / of;
  return (
    <Stack>
      <ScreenHeading>{t('following.title', { person: shownId(run.plan.person) })}</ScreenHeading>
      <Text>{t('following.text')}</Text>
      <Part title={t('running.progress')}>
        <Progress value={Math.round(share * 100)} size="large" aria-label={t('running.progress')} />
        <Text>{`${percent(share)} · ${t('running.count', { done: number(done), of: number(of) })}`}</Text>
        <Quiet>{t('following.quiet')}</Quiet>
        <div>
          <Button onClick={onResume}>{t('following.resume')}</Button>
        </div>
      </Part>
    </Stack>
  );
}

function useDoneSteps({ run, store, onEnded }: Followed): number {
  const [done, set] = useState(0);
  useEffect(() => {
    const look = async (): Promise<void> => {
      set(await doneSteps(store, run.id));
      if ((await store.run(run.id))?.state !== 'running') onEnded();
    };
    const looking = (): void => void look().catch(() => undefined);
    looking();
    const timer = setInterval(looking, EVERY);
    return () => clearInterval(timer);
  }, [run.id, store, onEnded]);
  return done;
}

/** How many steps of a run have an outcome by now. */
export async function doneSteps(store: Pick<Store, 'outcomes'>, run: string): Promise<number> {
  const done = new Set<string>();
  for await (const { step, outcome } of store.outcomes(run)) if (outcome !== undefined) done.add(step);
  return done.size;
}
