import { getColor } from '@zendeskgarden/react-theming';
import { createGlobalStyle, css, styled } from 'styled-components';
import type { DefaultTheme, RuleSet } from 'styled-components';

/** What every styled component is handed. */
interface Themed {
  readonly theme: DefaultTheme;
}

function colored(variable: string): (props: Themed) => string {
  return ({ theme }) => getColor({ theme, variable });
}

/** The page's own colors and text; stands still for whoever asks for less motion. */
export const PageStyle = createGlobalStyle<Partial<Themed>>`
  html { color-scheme: ${({ theme }) => theme.colors.base}; }
  body {
    margin: 0;
    background: ${colored('background.default')};
    color: ${colored('foreground.default')};
    font-family: ${({ theme }) => theme.fonts.system};
    font-size: 14px;
    line-height: 20px;
  }
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after { animation-duration: 0.01ms !important; transition-duration: 0.01ms !important; }
  }
`;

/** What a place in Zendesk gets: a wide page, or a narrow panel. */
export const Page = styled.main`
  box-sizing: border-box;
  max-width: 900px;
  margin: 0 auto;
  padding: 20px;
  overflow-wrap: anywhere;
  @media (max-width: 480px) {
    padding: 12px;
  }
`;

/** Things below each other. */
export const Stack = styled.div<{ readonly $gap?: number }>`
  display: flex;
  flex-direction: column;
  align-items: stretch;
  gap: ${({ $gap = 16 }) => String($gap)}px;
`;

/** Things beside each other, as long as there is room. */
export const Row = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px 12px;
  @media (max-width: 480px) {
    /* Long words of some languages do not fit on one line. */
    && > button {
      height: auto;
      min-height: 32px;
      padding-block: 6px;
      line-height: 20px;
      white-space: normal;
    }
  }
`;

const plain = css`
  margin: 0;
  padding: 0;
`;

function heading(size: number, line: number): RuleSet {
  return css`
    margin: 0;
    font-size: ${size}px;
    line-height: ${line}px;
    font-weight: 600;
    hyphens: auto;
  `;
}

/** The one heading of a screen. */
export const ScreenTitle = styled.h1`
  ${heading(22, 28)}
  outline: none;
`;

/** The heading of a part of a screen. */
export const PartTitle = styled.h2`
  ${heading(18, 24)}
`;

/** The heading within a part. */
export const SmallTitle = styled.h3`
  ${heading(14, 20)}
`;

/** A paragraph without margins. */
export const Text = styled.p`
  ${plain}
`;

/** What explains something else. */
export const Quiet = styled.p`
  ${plain}
  color: ${colored('foreground.subtle')};
`;

/** A plain list. */
export const List = styled.ul`
  margin: 0;
  padding-inline-start: 20px;
`;

/** A frame around what belongs together. */
export const Card = styled.section`
  padding: 16px;
  border: 1px solid ${colored('border.default')};
  border-radius: 8px;
  @media (max-width: 480px) {
    padding: 12px;
  }
`;

/** Heard, not seen. */
export const Heard = styled.span`
  position: absolute;
  width: 1px;
  height: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;

/** Beside each other while there is room: three figures. */
export const Tiles = styled.dl`
  display: grid;
  grid-template-columns: repeat(3, 1fr);
  gap: 12px;
  margin: 0;
  @media (max-width: 480px) {
    gap: 8px;
  }
`;

/** One figure and what it counts. */
export const Tile = styled.div<{ readonly $tone: 'success' | 'default' | 'warning' }>`
  display: flex;
  flex-direction: column-reverse;
  justify-content: flex-end;
  padding: 12px 16px;
  border-radius: 8px;
  background: ${({ theme, $tone }) => getColor({ theme, variable: `background.${$tone === 'default' ? 'recessed' : $tone}` })};
  color: ${({ theme, $tone }) => getColor({ theme, variable: `foreground.${$tone}` })};
  dt {
    font-size: 13px;
    hyphens: auto;
  }
  dd {
    margin: 0;
    font-size: 26px;
    line-height: 32px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  @media (max-width: 480px) {
    padding: 8px;
    dt {
      font-size: 12px;
      line-height: 16px;
    }
    dd {
      font-size: 20px;
      line-height: 26px;
    }
  }
`;
