import type { ReactElement } from 'react';
import { useWords } from '../../words/words-context.ts';
import { Tile, Tiles } from './layout.ts';

/** A number and what it counts. */
export interface Figure {
  readonly tone: 'success' | 'default' | 'warning';
  readonly count: number;
  readonly text: string;
}

/** A few large numbers beside each other. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }): ReactElement {
  const { number } = useWords();
  return (
    <Tiles>
      {figures.map(({ tone, count, text }) => (
        <Tile key={text} $tone={tone}>
          <dt>{text}</dt>
          <dd>{number(count)}</dd>
        </Tile>
      ))}
    </Tiles>
  );
}
