import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Loading } from '../parts/loading.tsx';
import { Problem } from '../parts/problem.tsx';
import { Who } from '../people/person-page.tsx';
import { useAccount } from '../people/use-people.ts';
import { useKnown } from '../spots/use-known.ts';
import { useWords } from '../words/words-provider.tsx';
import { Confirm } from './confirm.tsx';
import { Effects } from './effects.tsx';
import { Cannot, Remains } from './left-behind.tsx';
import { CutMentions, LeftMentions, NotLookedFor } from './mentions.tsx';
import type { Weak } from './mentions.tsx';
import { staysOf } from './stays.ts';
import { Summary } from './summary.tsx';
import { usePlan } from './use-review.ts';
import type { Plan } from './use-review.ts';

/** A plan to be read and confirmed. */
export function Reviewed(props: { readonly planId: string; readonly notLookedFor: readonly Weak[] }): ReactElement {
  const { planId, notLookedFor } = props;
  const { data: plan, error, isPending, refetch } = usePlan(planId);
  if (isPending) return <Loading />;
  if (plan === undefined) return <Problem error={error} again={() => void refetch()} />;
  return <Sheet plan={plan} notLookedFor={notLookedFor} />;
}

function Sheet({ plan, notLookedFor }: { readonly plan: Plan; readonly notLookedFor: readonly Weak[] }): ReactElement {
  const { t } = useWords('review');
  const { sheet, host, person } = plan;
  const ticked = useKnown<string>();
  const stays = staysOf(sheet);
  const open = stays.keys.filter((key) => !ticked.known.has(key));
  const { data: account } = useAccount(host, person);
  return (
    <>
      <Text c="dimmed">{t('intro')}</Text>
      {account === undefined ? null : <Who account={account} />}
      <Summary sheet={sheet} host={host} />
      <Cannot gaps={stays.gaps} ticked={ticked} />
      <Remains stays={stays} ticked={ticked} />
      <Effects sheet={sheet} />
      <LeftMentions sheet={sheet} />
      <CutMentions sheet={sheet} />
      <NotLookedFor weak={notLookedFor} />
      <Confirm plan={plan} open={open} of={stays.keys.length} />
    </>
  );
}
