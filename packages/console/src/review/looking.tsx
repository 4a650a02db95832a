import { Button, Group, Loader, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Problem } from '../parts/problem.tsx';
import { Section } from '../spots/section.tsx';
import { useHostWords } from '../spots/use-hosts.ts';
import { useWords } from '../words/words-provider.tsx';
import { useGivingUp } from './use-review.ts';
import type { Inquiry } from './use-review.ts';

/** Everything is being read; how much was found so far is said as it goes on. */
export function Looking({ inquiry }: { readonly inquiry: Inquiry }): ReactElement {
  const { t } = useWords('review');
  const { id, host, person, state, found } = inquiry;
  const { name } = useHostWords(host);
  const givingUp = useGivingUp(id);
  return (
    <Section title={t('looking.title', { person })} says={t('looking.text', { host: name })}>
      <Group gap="sm">
        <Loader type="dots" aria-hidden />
        <Text role="status">{state === 'waiting' ? t('looking.waiting') : t('looking.found', { count: found })}</Text>
      </Group>
      <Problem error={givingUp.error} />
      <Group>
        <Button variant="default" loading={givingUp.isPending} onClick={() => givingUp.mutate()}>
          {t('looking.giveUp')}
        </Button>
      </Group>
    </Section>
  );
}
