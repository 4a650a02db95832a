import { Alert, Button, Group, Text } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useSession } from '../session/use-session.ts';
import { Question } from '../spots/question.tsx';
import { Section } from '../spots/section.tsx';
import { useWho } from '../spots/use-who.ts';
import { useWords } from '../words/words-provider.tsx';
import { useKillSwitch, useSwitching } from './use-overview.ts';
import type { KillSwitch } from './use-overview.ts';

/** The switch that stops every run: whoever may run throws it, whoever configures releases it, both after a question. */
export function KillSwitchPanel(): ReactElement | null {
  const { t } = useWords('overview');
  const { data } = useKillSwitch();
  if (data === undefined) return null;
  return (
    <Section title={t('switch.title')}>
      {data.thrown ? <Thrown state={data} /> : <Text>{t('switch.off')}</Text>}
      <Switching thrown={data.thrown} />
    </Section>
  );
}

function Thrown({ state: { changedBy, changedAt } }: { readonly state: KillSwitch }): ReactElement {
  const { t, moment } = useWords('overview');
  const who = useWho();
  return (
    <Alert color="red" variant="light" icon={<IconHandStop aria-hidden />} title={t('switch.on')}>
      {changedBy === undefined || changedAt === undefined
        ? null
        : t('switch.since', { who: who(changedBy), time: moment(changedAt) })}
    </Alert>
  );
}

function Switching({ thrown }: { readonly thrown: boolean }): ReactElement | null {
  const { t } = useWords('overview');
  const { may } = useSession();
  const [asking, ask] = useState(false);
  const switching = useSwitching();
  if (!may(thrown ? 'configure' : 'run')) return null;
  const way = thrown ? 'release' : 'throw';
  const begin = (): void => switching.mutate(way, { onSuccess: () => ask(false) });
  return (
    <Group>
      <Button variant="default" onClick={() => ask(true)}>
        {t(`switch.${way}`)}
      </Button>
      {thrown ? <Stopping count={switching.data?.stopping} /> : null}
      <Question
        opened={asking}
        {...{ title: t(`switch.${way}Ask`), says: t(`switch.${way}Text`) }}
        {...{ yes: t(`switch.${way}Yes`), no: t('switch.back'), danger: !thrown }}
        {...{ busy: switching.isPending, error: switching.error, onYes: begin, onNo: () => ask(false) }}
      />
    </Group>
  );
}

function Stopping({ count }: { readonly count: number | undefined }): ReactElement | null {
  const { t } = useWords('overview');
  return count === undefined ? null : <Text role="status">{t('switch.stopping', { count })}</Text>;
}
