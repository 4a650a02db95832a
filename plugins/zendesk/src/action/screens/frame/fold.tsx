import { getColor } from '@zendeskgarden/react-theming';
import type { ReactElement, ReactNode } from 'react';
import { styled } from 'styled-components';

const Folded = styled.details`
  summary {
    width: fit-content;
    cursor: pointer;
    border-radius: 4px;
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.primary' })};
  }
  summary:focus-visible {
    outline: 2px solid ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })};
    outline-offset: 2px;
  }
  &[open] > summary {
    margin-bottom: 8px;
  }
`;

/** Detail that opens on a click or a key. */
export function Fold(props: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <Folded>
      <summary>{props.title}</summary>
      {props.children}
    </Folded>
  );
}
