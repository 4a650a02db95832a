import type { ReactNode } from 'react';
import type { Around } from './every-component.d.ts';

/** Distances of the design system. */
type Space =
  | 'space.0'
  | 'space.025'
  | 'space.050'
  | 'space.075'
  | 'space.100'
  | 'space.150'
  | 'space.200'
  | 'space.250'
  | 'space.300'
  | 'space.400'
  | 'space.500'
  | 'space.600'
  | 'space.800'
  | 'space.1000';

type Surface =
  | 'elevation.surface'
  | 'elevation.surface.sunken'
  | 'elevation.surface.raised'
  | 'color.background.neutral'
  | 'color.background.neutral.subtle'
  | 'color.background.information'
  | 'color.background.warning'
  | 'color.background.danger'
  | 'color.background.success'
  | 'color.background.selected';

/** Styles of a box, of which UI Kit takes a subset. */
interface BoxStyles {
  readonly borderColor?: 'color.border' | 'color.border.bold' | 'color.border.selected' | 'color.border.danger';
  readonly borderStyle?: 'solid' | 'dashed' | 'none';
  readonly borderWidth?: 'border.width' | 'border.width.selected' | 'border.width.0';
  readonly borderRadius?: 'radius.small' | 'radius.medium' | 'radius.large';
  readonly width?: string;
  readonly minWidth?: string;
  readonly maxWidth?: string;
  readonly flexGrow?: string;
}

/** What a box takes; `@forge/react` asks for its styles by this name. */
export interface BoxProps extends Around {
  readonly backgroundColor?: Surface;
  readonly padding?: Space;
  readonly paddingBlock?: Space;
  readonly paddingInline?: Space;
  readonly role?: string;
  readonly xcss?: BoxStyles;
}
/** The component Box: https://developer.atlassian.com/platform/forge/ui-kit/components/box/ */
export type TBox<T> = (props: BoxProps) => T;

interface StackProps extends Around {
  readonly space?: Space;
  readonly alignInline?: 'start' | 'center' | 'end' | 'baseline' | 'stretch';
  readonly alignBlock?: 'start' | 'center' | 'end' | 'stretch';
  readonly grow?: 'hug' | 'fill';
  readonly spread?: 'space-between';
}
/** The component Stack: https://developer.atlassian.com/platform/forge/ui-kit/components/stack/ */
export type TStack<T> = (props: StackProps) => T;

interface InlineProps extends StackProps {
  readonly rowSpace?: Space;
  readonly shouldWrap?: boolean;
  readonly separator?: ReactNode;
}
/** The component Inline: https://developer.atlassian.com/platform/forge/ui-kit/components/inline/ */
export type TInline<T> = (props: InlineProps) => T;
