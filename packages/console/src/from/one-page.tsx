import { Alert, Badge, Button, Group, Radio, Stack, Text } from '@mantine/core';
import { IconClockExclamation, IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Problem } from '../parts/problem.tsx';
import { Who } from '../people/person-page.tsx';
import { useReview } from '../people/use-people.ts';
import { Section } from '../spots/section.tsx';
import { useHostWords } from '../spots/use-hosts.ts';
import { useWords } from '../words/words-provider.tsx';
import type { OnPage } from './use-pages.ts';

/** The one person a page shows, what is due and what stands in the way, and the review. */
export function OnePage({ found }: { readonly found: OnPage }): ReactElement {
  const { t } = useWords('from');
  const { person, case: shown } = found;
  return (
    <>
      <Who account={person} />
      {shown === undefined ? null : (
        <Group gap="xs">
          <Text size="sm">{shown.label}</Text>
          <Badge variant="light">{t(`state.${shown.state}`)}</Badge>
        </Group>
      )}
      <Due found={found} />
      <Standing found={found} />
      <Review found={found} />
    </>
  );
}

function Standing({ found: { standing } }: { readonly found: OnPage }): ReactElement | null {
  const { t } = useWords('from');
  if (standing === 'ready') return null;
  return (
    <Alert color="orange" variant="light" icon={<IconHandStop aria-hidden />} title={t(`standing.${standing}`)}>
      <Text size="sm">{t('closer')}</Text>
    </Alert>
  );
}

function Due({ found: { due } }: { readonly found: OnPage }): ReactElement | null {
  const { t, day } = useWords('from');
  if (due.length === 0) return null;
  return (
    <Alert color="red" variant="light" icon={<IconClockExclamation aria-hidden />} title={t('due.title')}>
      <ul className="plain-list">
        {due.map(({ because, since }) => (
          <li key={because}>{t(`due.${because}`, { day: day(since) })}</li>
        ))}
      </ul>
    </Alert>
  );
}

/** A consent that ran out was for one case: then that one is proposed, else the whole person. */
function Review({ found }: { readonly found: OnPage }): ReactElement {
  const { t } = useWords('from');
  const { person, case: shown, due } = found;
  const [scope, choose] = useState(due.some(({ because }) => because === 'consent-ended') ? 'case' : 'person');
  const { word } = useHostWords(person.host);
  const review = useReview();
  const start = (): void => {
    const only = scope === 'case' && shown !== undefined ? { only: shown.id } : {};
    review.mutate({ host: person.host, person: person.id, ...only });
  };
  return (
    <Section title={t('review.title')}>
      {shown === undefined ? null : (
        <Radio.Group value={scope} onChange={choose} label={t('review.scope')}>
          <Stack gap="xs" mt="xs">
            <Radio value="person" label={t('review.person')} />
            <Radio value="case" label={t('review.case', { what: word('dossier') })} />
          </Stack>
        </Radio.Group>
      )}
      <Problem error={review.error} again={start} />
      <Group>
        <Button loading={review.isPending} onClick={start}>
          {t('review.button')}
        </Button>
      </Group>
    </Section>
  );
}
