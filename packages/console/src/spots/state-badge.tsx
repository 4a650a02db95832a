import { Badge } from '@mantine/core';
import type { ReactElement } from 'react';
import type { components } from '../api/schema.ts';
import { useWords } from '../words/words-provider.tsx';

/** What a run may be at. */
export type RunState = components['schemas']['RunRow']['state'];

const colors: Readonly<Record<RunState, string>> = {
  queued: 'blue',
  running: 'blue',
  stopped: 'orange',
  done: 'teal',
  'done-with-gaps': 'yellow',
  superseded: 'gray',
  'called-off': 'gray',
};

/** The state of a run, in a word. */
export function StateBadge({ state }: { readonly state: RunState }): ReactElement {
  const { t } = useWords('terms');
  return (
    <Badge className="badge" color={colors[state]} variant="light">
      {t(`state.${state}`)}
    </Badge>
  );
}
