import { SectionMessage, Text } from '@forge/react';
import type { Obstacle } from '@lethe/core';
import type { ReactElement } from 'react';
import { useWords } from '../words/words-context.ts';

/** One thing that stands in the way, and the way out. */
export function ObstacleMessage({ obstacle }: { readonly obstacle: Pick<Obstacle, 'says' | 'remedy'> }): ReactElement {
  const { said } = useWords();
  return (
    <SectionMessage appearance="warning" title={said(obstacle.says)}>
      <Text>{said(obstacle.remedy)}</Text>
    </SectionMessage>
  );
}
