import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useSession } from '../session/use-session.ts';
import { Question } from '../spots/question.tsx';
import { useWho } from '../spots/use-who.ts';
import { useWords } from '../words/words-provider.tsx';
import { PlanFold } from './plan-fold.tsx';
import { useDecision } from './use-approvals.ts';
import { decisionsFor } from './waiting.ts';
import type { Approval, Decision } from './waiting.ts';

/** A request: what it is about, who asked, what it waits for, and what may be done about it. */
export function RequestCard({ request }: { readonly request: Approval }): ReactElement {
  const { t } = useWords('approvals');
  const { operator, may } = useSession();
  const { askedBy, state } = request;
  const me = operator?.id ?? '';
  return (
    <Stack gap="xs">
      <Heading request={request} />
      <Line request={request} />
      {state === 'open' && askedBy === me ? <Text size="sm">{t('own')}</Text> : null}
      <PlanFold plan={request.plan} />
      <Decisions request={request} decisions={decisionsFor(request, { me, may })} />
    </Stack>
  );
}

function Heading({ request: { host, person, run, state } }: { readonly request: Approval }): ReactElement {
  const { t } = useWords('approvals');
  const about = t('about', { person, host });
  return (
    <Group gap="xs">
      {run === undefined ? (
        <Text fw={600}>{about}</Text>
      ) : (
        <Anchor component={Link} href={`/runs/${run}`} fw={600}>
          {about}
        </Anchor>
      )}
      <Badge className="badge" variant="light" color={state === 'open' ? 'blue' : 'gray'}>
        {t(`state.${state}`)}
      </Badge>
    </Group>
  );
}

function Line({ request }: { readonly request: Approval }): ReactElement {
  const { t, moment } = useWords('approvals');
  const who = useWho();
  const { steps, askedBy, askedAt, secondBy, state, waits } = request;
  const parts = [
    t('steps', { count: steps }),
    t('asked', { who: who(askedBy), time: moment(askedAt) }),
    ...(secondBy === undefined ? [] : [t('seconded', { who: who(secondBy) })]),
    ...(waits?.until === undefined || state === 'open' ? [] : [t('begins', { time: moment(waits.until) })]),
  ];
  return (
    <Text size="sm" c="dimmed">
      {parts.join(' · ')}
    </Text>
  );
}

interface Deciding {
  readonly request: Approval;
  readonly decisions: readonly Decision[];
}

function Decisions({ request, decisions }: Deciding): ReactElement | null {
  const { t } = useWords('approvals');
  const decision = useDecision(request.id);
  const [asking, ask] = useState<Decision>();
  if (decisions.length === 0) return null;
  const shown = asking ?? 'approve';
  return (
    <Group gap="sm">
      {decisions.map((one) => (
        <Button key={one} variant={one === 'approve' ? 'filled' : 'default'} onClick={() => ask(one)}>
          {t(one)}
        </Button>
      ))}
      <Question
        opened={asking !== undefined}
        title={t(`ask.${shown}`)}
        says={`${t('about', { person: request.person, host: request.host })}: ${t('steps', { count: request.steps })}. ${after(t, shown)}`}
        yes={t(shown)}
        no={t('keep')}
        danger
        busy={decision.isPending}
        error={decision.error}
        onYes={() => decision.mutate(shown, { onSuccess: () => ask(undefined) })}
        onNo={() => ask(undefined)}
      />
    </Group>
  );
}

function after(t: ReturnType<typeof useWords<'approvals'>>['t'], decision: Decision): string {
  return t(decision === 'approve' ? 'ask.undo' : 'ask.over');
}
