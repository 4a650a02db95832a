import type { ReactElement } from 'react';
import { styled } from 'styled-components';

const Facts = styled.dl`
  display: grid;
  grid-template-columns: minmax(120px, max-content) 1fr;
  gap: 4px 16px;
  margin: 0;
  dt {
    font-weight: 600;
    hyphens: auto;
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  @media (max-width: 480px) {
    grid-template-columns: 1fr;
    gap: 0;
    dd {
      margin-bottom: 6px;
    }
  }
`;

/** Names and what they stand for. */
export function FactList({ facts }: { readonly facts: readonly (readonly [string, string])[] }): ReactElement {
  return (
    <Facts>
      {facts.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </Facts>
  );
}
