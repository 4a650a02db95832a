import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Problem } from '../parts/problem.tsx';
import { Obstacles } from '../spots/obstacles.tsx';
import type { Obstacle } from '../spots/obstacle.ts';
import { Section } from '../spots/section.tsx';
import { useKnown } from '../spots/use-known.ts';
import type { Known } from '../spots/use-known.ts';
import { useWords } from '../words/words-provider.tsx';
import { typedIn } from './typed.ts';
import { useReview } from './use-people.ts';
import type { LookedAt } from './use-people.ts';

/** What stands in the way, what else to look for, and the review. */
export function StartReview(props: { readonly account: LookedAt; readonly onAgain: () => void }): ReactElement {
  const { account, onAgain } = props;
  const { host, id: person, obstacles } = account;
  const { t } = useWords('people');
  const review = useReview();
  const acknowledging = useKnown<Obstacle['code']>();
  const [also, type] = useState('');
  const blocked = obstacles.some(({ code }) => !acknowledging.known.has(code));
  const start = (): void => {
    const acknowledged = [...acknowledging.known];
    review.mutate({ host, person, also: typedIn(also).asked, acknowledged });
  };
  return (
    <>
      <InTheWay account={account} acknowledging={acknowledging} />
      <Section title={t('account.review')}>
        <Also text={also} onType={type} />
        <Advice />
        <Problem error={review.error} again={start} />
        <Group gap="sm">
          <Button disabled={blocked} loading={review.isPending} onClick={start}>
            {t('account.review')}
          </Button>
          {blocked ? <Again onAgain={onAgain} /> : null}
        </Group>
      </Section>
    </>
  );
}

function InTheWay(props: {
  readonly account: LookedAt;
  readonly acknowledging: Known<Obstacle['code']>;
}): ReactElement | null {
  const { account, acknowledging } = props;
  const { host, id: person, obstacles } = account;
  const { t } = useWords('people');
  if (obstacles.length === 0) return null;
  return (
    <Section title={t('one.blocked', { count: obstacles.length })}>
      <Obstacles obstacles={obstacles} account={{ host, person }} acknowledging={acknowledging} />
    </Section>
  );
}

function Again({ onAgain }: { readonly onAgain: () => void }): ReactElement {
  const { t } = useWords('review');
  return (
    <Button variant="default" onClick={onAgain}>
      {t('blocked.again')}
    </Button>
  );
}

function Also({ text, onType }: { readonly text: string; readonly onType: (text: string) => void }): ReactElement {
  const { t } = useWords('people');
  return (
    <Textarea
      label={t('one.also')}
      description={t('one.alsoHint')}
      value={text}
      onChange={(event) => onType(event.currentTarget.value)}
      {...{ autosize: true, minRows: 2, maxRows: 8, autoComplete: 'off', spellCheck: false }}
    />
  );
}

/** That it is for good, and what to ask oneself before. */
export function Advice(): ReactElement {
  const { t } = useWords('terms');
  return (
    <Alert color="orange" variant="light" icon={<IconAlertTriangle aria-hidden />} title={t('irreversible')}>
      <Stack gap="xs">
        <Text size="sm">{t('advice')}</Text>
      </Stack>
    </Alert>
  );
}
