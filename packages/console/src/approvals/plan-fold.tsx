import type { ReactElement } from 'react';
import { Loading } from '../parts/loading.tsx';
import { Problem } from '../parts/problem.tsx';
import { Summary } from '../review/summary.tsx';
import { usePlan } from '../review/use-review.ts';
import { Fold } from '../spots/fold.tsx';
import { useWords } from '../words/words-provider.tsx';

/** The plan a request is about, to be opened: whoever approves it sees what they approve. */
export function PlanFold({ plan }: { readonly plan: string }): ReactElement {
  const { t } = useWords('approvals');
  return <Fold title={t('plan')}>{() => <Shown id={plan} />}</Fold>;
}

function Shown({ id }: { readonly id: string }): ReactElement {
  const { data, error, isPending, refetch } = usePlan(id);
  if (isPending) return <Loading />;
  if (data === undefined) return <Problem error={error} again={() => void refetch()} />;
  return <Summary sheet={data.sheet} host={data.host} />;
}
