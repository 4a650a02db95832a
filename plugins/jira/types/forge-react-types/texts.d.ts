import type { ReactNode } from 'react';
import type { Around, Tested } from './every-component.d.ts';

interface HeadingProps {
  readonly children: ReactNode;
  readonly size?: 'xxlarge' | 'xlarge' | 'large' | 'medium' | 'small' | 'xsmall' | 'xxsmall';
  readonly as?: 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'div' | 'span';
  readonly id?: string;
  readonly testId?: string;
}
/** The component Heading: https://developer.atlassian.com/platform/forge/ui-kit/components/heading/ */
export type THeading<T> = (props: HeadingProps) => T;

interface TextProps extends Around {
  readonly as?: 'span' | 'p' | 'strong' | 'em' | 'strike';
  readonly align?: 'start' | 'center' | 'end';
  readonly size?: 'small' | 'medium' | 'large';
  readonly weight?: 'regular' | 'medium' | 'semibold' | 'bold';
  readonly color?:
    | 'color.text'
    | 'color.text.subtle'
    | 'color.text.subtlest'
    | 'color.text.danger'
    | 'color.text.warning'
    | 'color.text.success';
  readonly maxLines?: number;
}
/** The component Text: https://developer.atlassian.com/platform/forge/ui-kit/components/text/ */
export type TText<T> = (props: TextProps) => T;

interface ButtonProps extends Around {
  readonly appearance?: 'default' | 'primary' | 'danger' | 'warning' | 'subtle';
  readonly type?: 'button' | 'submit' | 'reset';
  readonly spacing?: 'default' | 'compact' | 'none';
  readonly iconBefore?: 'chevron-down' | 'chevron-right' | 'copy' | 'refresh' | 'search';
  readonly isDisabled?: boolean;
  readonly isSelected?: boolean;
  readonly autoFocus?: boolean;
  readonly shouldFitContainer?: boolean;
  readonly onClick?: () => void;
}
/** The component Button: https://developer.atlassian.com/platform/forge/ui-kit/components/button/ */
export type TButton<T> = (props: ButtonProps) => T;

interface LoadingButtonProps extends Omit<ButtonProps, 'iconBefore'> {
  readonly isLoading?: boolean;
}
/** The component LoadingButton: https://developer.atlassian.com/platform/forge/ui-kit/components/loading-button/ */
export type TLoadingButton<T> = (props: LoadingButtonProps) => T;

interface ButtonGroupProps extends Around {
  readonly label?: string;
}
/** The component ButtonGroup: https://developer.atlassian.com/platform/forge/ui-kit/components/button-group/ */
export type TButtonGroup<T> = (props: ButtonGroupProps) => T;

interface LinkProps {
  readonly children?: ReactNode;
  /** An address with its scheme, or a path of the site. */
  readonly href: string;
  readonly openNewTab?: boolean;
}
/** The component Link: https://developer.atlassian.com/platform/forge/ui-kit/components/link/ */
export type TLink<T> = (props: LinkProps) => T;

interface ListProps {
  readonly type: 'ordered' | 'unordered';
  readonly children: ReactNode;
}
/** The component List: https://developer.atlassian.com/platform/forge/ui-kit/components/list/ */
export type TList<T> = (props: ListProps) => T;
interface ListItemProps {
  readonly children: ReactNode;
}
/** The component ListItem: https://developer.atlassian.com/platform/forge/ui-kit/components/list/ */
export type TListItem<T> = (props: ListItemProps) => T;

interface LozengeProps extends Around {
  readonly appearance?: 'default' | 'inprogress' | 'moved' | 'new' | 'removed' | 'success';
  readonly isBold?: boolean;
  readonly maxWidth?: string | number;
}
/** The component Lozenge: https://developer.atlassian.com/platform/forge/ui-kit/components/lozenge/ */
export type TLozenge<T> = (props: LozengeProps) => T;

/** The component Code: https://developer.atlassian.com/platform/forge/ui-kit/components/code/ */
export type TCode<T> = (props: Around) => T;

interface CodeBlockProps extends Tested {
  readonly text: string;
  readonly language?: 'text' | 'json' | 'markdown' | 'yaml';
  readonly showLineNumbers?: boolean;
  readonly shouldWrapLongLines?: boolean;
}
/** The component CodeBlock: https://developer.atlassian.com/platform/forge/ui-kit/components/code-block/ */
export type TCodeBlock<T> = (props: CodeBlockProps) => T;

interface SectionMessageProps extends Around {
  readonly appearance?: 'information' | 'warning' | 'error' | 'success' | 'discovery';
  readonly title?: string;
  readonly actions?: ReactNode;
}
/** The component SectionMessage: https://developer.atlassian.com/platform/forge/ui-kit/components/section-message/ */
export type TSectionMessage<T> = (props: SectionMessageProps) => T;

interface EmptyStateProps extends Tested {
  readonly header: string;
  readonly headingLevel?: number;
  readonly description?: ReactNode;
  readonly primaryAction?: ReactNode;
  readonly isLoading?: boolean;
  readonly width?: 'narrow' | 'wide';
}
/** The component EmptyState: https://developer.atlassian.com/platform/forge/ui-kit/components/empty-state/ */
export type TEmptyState<T> = (props: EmptyStateProps) => T;

interface SpinnerProps extends Tested {
  readonly size?: 'xsmall' | 'small' | 'medium' | 'large' | 'xlarge';
  readonly label?: string;
  readonly delay?: number;
}
/** The component Spinner: https://developer.atlassian.com/platform/forge/ui-kit/components/spinner/ */
export type TSpinner<T> = (props: SpinnerProps) => T;

interface ProgressBarProps extends Tested {
  /** From 0 to 1. */
  readonly value?: number;
  readonly appearance?: 'default' | 'success' | 'inverse';
  readonly ariaLabel?: string;
  readonly isIndeterminate?: boolean;
}
/** The component ProgressBar: https://developer.atlassian.com/platform/forge/ui-kit/components/progress-bar/ */
export type TProgressBar<T> = (props: ProgressBarProps) => T;
