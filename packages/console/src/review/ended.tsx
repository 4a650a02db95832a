import { Alert, Button, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Problem } from '../parts/problem.tsx';
import { useReview } from '../people/use-people.ts';
import { Obstacles } from '../spots/obstacles.tsx';
import type { Obstacle } from '../spots/obstacle.ts';
import { Section } from '../spots/section.tsx';
import { useKnown } from '../spots/use-known.ts';
import { useSaid } from '../spots/use-said.ts';
import { useWords } from '../words/words-provider.tsx';
import type { Inquiry } from './use-review.ts';

/** A review that led to no plan: why, and the way to another one. */
export function Ended({ inquiry }: { readonly inquiry: Inquiry }): ReactElement {
  const { t } = useWords('review');
  const said = useSaid();
  const { host, person, state, ending } = inquiry;
  if (ending?.at === 'blocked') return <Blocked inquiry={inquiry} obstacles={ending.obstacles} />;
  if (ending?.at === 'trouble')
    return (
      <Section title={t('trouble.title')}>
        <Alert color="red" variant="light" role="alert" title={said(ending.says)}>
          {said(ending.remedy)}
        </Alert>
        <Again host={host} person={person} />
      </Section>
    );
  return (
    <Section title={t(state === 'interrupted' ? 'interrupted.title' : 'givenUp.title')}>
      <Text>{t('nothingChanged')}</Text>
      <Again host={host} person={person} />
    </Section>
  );
}

function Again({ host, person }: { readonly host: string; readonly person: string }): ReactElement {
  const { t } = useWords('review');
  const review = useReview();
  return (
    <>
      <Problem error={review.error} />
      <Group>
        <Button loading={review.isPending} onClick={() => review.mutate({ host, person })}>
          {t('again')}
        </Button>
      </Group>
    </>
  );
}

/** What stands in the way; what may be acknowledged can be, once all that may not is gone. */
function Blocked(props: { readonly inquiry: Inquiry; readonly obstacles: readonly Obstacle[] }): ReactElement {
  const { inquiry, obstacles } = props;
  const { host, person } = inquiry;
  const { t } = useWords('review');
  const review = useReview();
  const acknowledging = useKnown<Obstacle['code']>();
  const { known } = acknowledging;
  const open = obstacles.some(({ code }) => !known.has(code));
  return (
    <Section title={t('blocked.title', { person })} says={t('blocked.text', { count: obstacles.length })}>
      <Obstacles obstacles={obstacles} account={{ host, person }} acknowledging={acknowledging} />
      <Problem error={review.error} />
      <Group>
        <Button
          variant={open ? 'default' : 'filled'}
          loading={review.isPending}
          onClick={() => review.mutate({ host, person, acknowledged: [...known] })}
        >
          {t(open ? 'blocked.again' : 'blocked.goOn')}
        </Button>
      </Group>
    </Section>
  );
}
