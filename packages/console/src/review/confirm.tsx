import { Alert, Button, Text } from '@mantine/core';
import { IconCircleCheck, IconUsers } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useSession } from '../session/use-session.ts';
import { Section } from '../spots/section.tsx';
import { useWords } from '../words/words-provider.tsx';
import { ConfirmForm } from './confirm-form.tsx';
import type { ToTick } from './to-tick.ts';
import { useAsked } from './use-review.ts';
import type { Approval, Plan } from './use-review.ts';

/** The last question, or why it is not asked. Whoever has answered it sees what came of that. */
export function Confirm({ plan, ...toTick }: { readonly plan: Plan } & ToTick): ReactElement {
  const { t } = useWords('review');
  const { may, operator } = useSession();
  const asked = useAsked(plan.id);
  if (plan.sheet.totals.blanked === 0) return <Nothing />;
  if (asked !== undefined && isUsed(asked)) return <Asked asked={asked} />;
  if (!may('run') || plan.reviewedBy !== operator?.id)
    return (
      <Section title={t('confirm.title')}>
        <Text>{t(may('run') ? 'confirm.notYours' : 'confirm.mayNot')}</Text>
      </Section>
    );
  return <ConfirmForm plan={plan} {...toTick} />;
}

/** A word that was given and whose run could not be queued may be given once more. */
function isUsed({ state, run }: Approval): boolean {
  return run !== undefined || state !== 'granted';
}

function Nothing(): ReactElement {
  const { t } = useWords('review');
  return (
    <Alert color="teal" variant="light" icon={<IconCircleCheck aria-hidden />} title={t('nothing')}>
      {t('nothingText')}
    </Alert>
  );
}

function Asked({ asked }: { readonly asked: Approval }): ReactElement {
  const { t } = useWords('approvals');
  const review = useWords('review');
  const { run, state } = asked;
  if (run !== undefined)
    return (
      <Section title={review.t('confirm.title')}>
        <Button component={Link} href={`/runs/${run}`} maw="20rem">
          {t('toRun')}
        </Button>
      </Section>
    );
  if (state !== 'open')
    return (
      <Section title={review.t('confirm.title')}>
        <Text>{t(`state.${state}`)}</Text>
      </Section>
    );
  return (
    <Alert color="blue" variant="light" icon={<IconUsers aria-hidden />} title={review.t('asked.title')} role="status">
      <Text size="sm" mb="xs">
        {review.t('asked.text')}
      </Text>
      <Button component={Link} href="/approvals" variant="default">
        {review.t('asked.look')}
      </Button>
    </Alert>
  );
}
