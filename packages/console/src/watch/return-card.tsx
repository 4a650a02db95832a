import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { useSession } from '../session/use-session.ts';
import { Question } from '../spots/question.tsx';
import { useWho } from '../spots/use-who.ts';
import { useWords } from '../words/words-provider.tsx';
import { decisions, useDecide } from './use-watch.ts';
import type { Decision, Returned } from './use-watch.ts';

/** Somebody who came back: where, what they go by, and what may be decided about them. */
export function ReturnCard({ returned }: { readonly returned: Returned }): ReactElement {
  const { t } = useWords('watch');
  const { may } = useSession();
  const { host, person, run, state } = returned;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Anchor component={Link} href={`/people/${host}/${person}`} fw={600}>
          {t('about', { person, host })}
        </Anchor>
        <Badge className="badge" variant="light" color={state === 'open' ? 'orange' : 'gray'}>
          {t(`state.${state}`)}
        </Badge>
      </Group>
      <Facts returned={returned} />
      <Anchor component={Link} href={`/runs/${run}`} size="sm">
        {t('run')}
      </Anchor>
      {state === 'open' && may('run') ? <Deciding returned={returned} /> : null}
    </Stack>
  );
}

function Facts({ returned }: { readonly returned: Returned }): ReactElement {
  const { t, moment } = useWords('watch');
  const who = useWho();
  const { place, kinds, foundAt, decidedBy, decidedAt } = returned;
  const shown = kinds.map((kind) => t(`kind.${kind}`)).join(', ');
  const isDecided = decidedBy !== undefined && decidedAt !== undefined;
  return (
    <Text size="sm" c="dimmed">
      {[
        ...[t(`place.${place}`), t('by', { kinds: shown }), t('found', { time: moment(foundAt) })],
        ...(isDecided ? [t('decided', { who: who(decidedBy), time: moment(decidedAt) })] : []),
      ].join(' · ')}
    </Text>
  );
}

function Deciding({ returned }: { readonly returned: Returned }): ReactElement {
  const { t } = useWords('watch');
  const [asking, ask] = useState<Decision>();
  return (
    <Group gap="sm">
      {decisions.map((one) => (
        <Button key={one} variant="default" onClick={() => ask(one)}>
          {t(`decide.${one}`)}
        </Button>
      ))}
      <Asked returned={returned} asking={asking} over={() => ask(undefined)} />
    </Group>
  );
}

interface Asking {
  readonly returned: Returned;
  readonly asking: Decision | undefined;
  readonly over: () => void;
}

function Asked({ returned: { id, person, host }, asking, over }: Asking): ReactElement {
  const { t } = useWords('watch');
  const [, goTo] = useLocation();
  const decide = useDecide(id);
  const shown = asking ?? 'review';
  const onSuccess = (review: string | undefined): void => {
    over();
    if (review !== undefined) goTo(`/reviews/${review}`);
  };
  return (
    <Question
      opened={asking !== undefined}
      title={t(`ask.${shown}`)}
      says={`${t('about', { person, host })}. ${t(`says.${shown}`)}`}
      yes={t(`decide.${shown}`)}
      no={t('keep')}
      busy={decide.isPending}
      error={decide.error}
      onYes={() => decide.mutate(shown, { onSuccess })}
      onNo={over}
    />
  );
}
