import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import type { Report } from '@lethe/core';
import type { ReactElement } from 'react';
import { Problem } from '../parts/problem.tsx';
import { useReview } from '../people/use-people.ts';
import { useSession } from '../session/use-session.ts';
import { Obstacles } from '../spots/obstacles.tsx';
import { Section } from '../spots/section.tsx';
import { useHostWords } from '../spots/use-hosts.ts';
import { useWords } from '../words/words-provider.tsx';
import { actionsFor } from './actions.ts';
import type { Run } from './actions.ts';
import { CallOff } from './call-off.tsx';
import { useRunChange } from './use-run.ts';

/** Why a run stopped, and what may be done about it. */
export function Stopped({ run, report }: { readonly run: Run; readonly report: Report | undefined }): ReactElement {
  const { t, sayOr } = useWords('run');
  const { name } = useHostWords(run.host);
  const { host, person, reason, obstacles } = run;
  const why = sayOr('run', `reason.${reason ?? 'interrupted'}`, '').replaceAll('{{host}}', name);
  return (
    <Section title={t('why')}>
      <Alert color="orange" variant="light" icon={<IconPlayerPause aria-hidden />} title={why} />
      <Obstacles obstacles={obstacles} account={{ host, person }} />
      <Ways run={run} report={report} />
    </Section>
  );
}

function Ways({ run, report }: { readonly run: Run; readonly report: Report | undefined }): ReactElement | null {
  const { t } = useWords('run');
  const { may } = useSession();
  const change = useRunChange(run.id);
  const actions = actionsFor(run, report);
  if (!may('run')) return null;
  return (
    <Stack gap="xs" className="no-print">
      <Problem error={change.error} />
      <Group>
        {actions.includes('resume') ? (
          <Button loading={change.isPending} onClick={() => change.mutate('resume')}>
            {t('resume')}
          </Button>
        ) : null}
        {actions.includes('review') ? <ReviewAgain run={run} /> : null}
        {actions.includes('accept') ? (
          <Button variant="default" loading={change.isPending} onClick={() => change.mutate('accept')}>
            {t('accept')}
          </Button>
        ) : null}
        {actions.includes('call-off') ? <CallOff id={run.id} /> : null}
      </Group>
      {actions.includes('accept') ? <Hint /> : null}
    </Stack>
  );
}

function Hint(): ReactElement {
  const { t } = useWords('run');
  return (
    <Text size="sm" c="dimmed">
      {t('acceptHint')}
    </Text>
  );
}

function ReviewAgain({ run: { host, person } }: { readonly run: Run }): ReactElement {
  const { t } = useWords('run');
  const review = useReview();
  return (
    <>
      <Problem error={review.error} />
      <Button loading={review.isPending} onClick={() => review.mutate({ host, person })}>
        {t('reviewAgain')}
      </Button>
    </>
  );
}
