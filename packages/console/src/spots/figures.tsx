import { Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWords } from '../words/words-provider.tsx';

/** A number, and what it counts. */
export interface Figure {
  readonly count: number;
  readonly text: string;
  readonly tone: 'good' | 'plain' | 'warning' | 'bad';
}

/** A few numbers, large. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }): ReactElement {
  const { number } = useWords('terms');
  return (
    <Group component="dl" gap="sm" className="figures">
      {figures.map(({ count, text, tone }) => (
        <div key={text} className="figure" data-tone={count === 0 ? 'plain' : tone}>
          <Text component="dd" className="figure-number">
            {number(count)}
          </Text>
          <Text component="dt" size="sm">
            {text}
          </Text>
        </div>
      ))}
    </Group>
  );
}
