import type { Key, ReactNode } from 'react';

/*
 * The components of UI Kit that the screens use, with the props UI Kit documents for them
 * (https://developer.atlassian.com/platform/forge/ui-kit/components/). `@forge/react` asks this package for a `T…` for each of
 * its components and puts its own element in. A component that is not here has no type: a test lets the screens import no other.
 */

/** What came with an event, as far as it crosses from Jira's page to the app's. */
export interface InputEvent {
  readonly type: string;
  readonly target: { readonly value?: unknown; readonly checked?: boolean; readonly name?: string };
}

interface OnInput {
  readonly onChange?: (event: InputEvent) => void;
  readonly onBlur?: (event: InputEvent) => void;
  readonly onFocus?: (event: InputEvent) => void;
}

interface Field extends OnInput {
  readonly id?: string;
  readonly name?: string;
  readonly isDisabled?: boolean;
  readonly isInvalid?: boolean;
  readonly isRequired?: boolean;
}

interface Tested {
  readonly testId?: string;
}

interface Around extends Tested {
  readonly children?: ReactNode;
}

/** Distances of the design system. */
export type Space =
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
export interface BoxStyles {
  readonly borderColor?: 'color.border' | 'color.border.bold' | 'color.border.selected' | 'color.border.danger';
  readonly borderStyle?: 'solid' | 'dashed' | 'none';
  readonly borderWidth?: 'border.width' | 'border.width.selected' | 'border.width.0';
  readonly borderRadius?: 'radius.small' | 'radius.medium' | 'radius.large';
  readonly width?: string;
  readonly minWidth?: string;
  readonly maxWidth?: string;
  readonly flexGrow?: string;
}

export interface BoxProps extends Around {
  readonly backgroundColor?: Surface;
  readonly padding?: Space;
  readonly paddingBlock?: Space;
  readonly paddingInline?: Space;
  readonly role?: string;
  readonly xcss?: BoxStyles;
}
export type TBox<T> = (props: BoxProps) => T;

export interface StackProps extends Around {
  readonly space?: Space;
  readonly alignInline?: 'start' | 'center' | 'end' | 'baseline' | 'stretch';
  readonly alignBlock?: 'start' | 'center' | 'end' | 'stretch';
  readonly grow?: 'hug' | 'fill';
  readonly spread?: 'space-between';
}
export type TStack<T> = (props: StackProps) => T;

export interface InlineProps extends StackProps {
  readonly rowSpace?: Space;
  readonly shouldWrap?: boolean;
  readonly separator?: ReactNode;
}
export type TInline<T> = (props: InlineProps) => T;

export interface HeadingProps {
  readonly children: ReactNode;
  readonly size?: 'xxlarge' | 'xlarge' | 'large' | 'medium' | 'small' | 'xsmall' | 'xxsmall';
  readonly as?: 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'div' | 'span';
  readonly id?: string;
  readonly testId?: string;
}
export type THeading<T> = (props: HeadingProps) => T;

export interface TextProps extends Around {
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
export type TText<T> = (props: TextProps) => T;

export interface ButtonProps extends Around {
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
export type TButton<T> = (props: ButtonProps) => T;

export interface LoadingButtonProps extends Omit<ButtonProps, 'iconBefore'> {
  readonly isLoading?: boolean;
}
export type TLoadingButton<T> = (props: LoadingButtonProps) => T;

export interface ButtonGroupProps extends Around {
  readonly label?: string;
}
export type TButtonGroup<T> = (props: ButtonGroupProps) => T;

export interface LinkProps {
  readonly children?: ReactNode;
  /** An address with its scheme, or a path of the site. */
  readonly href: string;
  readonly openNewTab?: boolean;
}
export type TLink<T> = (props: LinkProps) => T;

export interface ListProps {
  readonly type: 'ordered' | 'unordered';
  readonly children: ReactNode;
}
export type TList<T> = (props: ListProps) => T;
export interface ListItemProps {
  readonly children: ReactNode;
}
export type TListItem<T> = (props: ListItemProps) => T;

export interface LozengeProps extends Around {
  readonly appearance?: 'default' | 'inprogress' | 'moved' | 'new' | 'removed' | 'success';
  readonly isBold?: boolean;
  readonly maxWidth?: string | number;
}
export type TLozenge<T> = (props: LozengeProps) => T;

export interface CodeProps extends Around {}
export type TCode<T> = (props: CodeProps) => T;

export interface CodeBlockProps extends Tested {
  readonly text: string;
  readonly language?: 'text' | 'json' | 'markdown' | 'yaml';
  readonly showLineNumbers?: boolean;
  readonly shouldWrapLongLines?: boolean;
}
export type TCodeBlock<T> = (props: CodeBlockProps) => T;

export interface SectionMessageProps extends Around {
  readonly appearance?: 'information' | 'warning' | 'error' | 'success' | 'discovery';
  readonly title?: string;
  readonly actions?: ReactNode;
}
export type TSectionMessage<T> = (props: SectionMessageProps) => T;

export interface EmptyStateProps extends Tested {
  readonly header: string;
  readonly headingLevel?: number;
  readonly description?: ReactNode;
  readonly primaryAction?: ReactNode;
  readonly isLoading?: boolean;
  readonly width?: 'narrow' | 'wide';
}
export type TEmptyState<T> = (props: EmptyStateProps) => T;

export interface SpinnerProps extends Tested {
  readonly size?: 'xsmall' | 'small' | 'medium' | 'large' | 'xlarge';
  readonly label?: string;
  readonly delay?: number;
}
export type TSpinner<T> = (props: SpinnerProps) => T;

export interface ProgressBarProps extends Tested {
  /** From 0 to 1. */
  readonly value?: number;
  readonly appearance?: 'default' | 'success' | 'inverse';
  readonly ariaLabel?: string;
  readonly isIndeterminate?: boolean;
}
export type TProgressBar<T> = (props: ProgressBarProps) => T;

export interface FormProps {
  readonly children: ReactNode;
  readonly onSubmit: () => Promise<void> | void;
}
export type TForm<T> = (props: FormProps) => T;

export interface LabelProps extends Around {
  readonly labelFor: string;
}
export type TLabel<T> = (props: LabelProps) => T;

export interface MessageProps {
  readonly children: ReactNode;
  readonly testId?: string;
}
export type HelperMessageProps = MessageProps;
export type ErrorMessageProps = MessageProps;
export type ValidMessageProps = MessageProps;
export type THelperMessage<T> = (props: MessageProps) => T;
export type TErrorMessage<T> = (props: MessageProps) => T;
export type TValidMessage<T> = (props: MessageProps) => T;

export interface TextfieldProps extends Field, Tested {
  readonly type?: 'text' | 'number' | 'email' | 'search';
  readonly value?: string;
  readonly defaultValue?: string;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly isReadOnly?: boolean;
  readonly isMonospaced?: boolean;
  readonly isCompact?: boolean;
  readonly width?: 'xsmall' | 'small' | 'medium' | 'large' | 'xlarge' | number;
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
}
export type TTextfield<T> = (props: TextfieldProps) => T;

export interface TextAreaProps extends Field, Tested {
  readonly value?: string;
  readonly defaultValue?: string;
  readonly placeholder?: string;
  readonly isReadOnly?: boolean;
  readonly isMonospaced?: boolean;
  readonly minimumRows?: number;
  readonly maxHeight?: string;
  readonly resize?: 'auto' | 'vertical' | 'horizontal' | 'smart' | 'none';
  readonly spellCheck?: boolean;
}
export type TTextArea<T> = (props: TextAreaProps) => T;

export interface CheckboxProps extends Field, Tested {
  readonly label?: string;
  readonly value?: string;
  readonly isChecked?: boolean;
  readonly defaultChecked?: boolean;
}
export type TCheckbox<T> = (props: CheckboxProps) => T;
/** Not used here; `@forge/react` names it in a union of its own. */
export type CheckboxGroupProps = never;

export interface ToggleProps extends Omit<Field, 'isInvalid' | 'isRequired'>, Tested {
  readonly label?: string;
  readonly size?: 'regular' | 'large';
  readonly isChecked?: boolean;
  readonly defaultChecked?: boolean;
}
export type TToggle<T> = (props: ToggleProps) => T;

/** A choice of a group of radio buttons. */
export interface RadioOption {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly isDisabled?: boolean;
}
export interface RadioGroupProps
  extends Pick<Field, 'name' | 'isDisabled' | 'isInvalid' | 'isRequired' | 'onChange'>, Tested {
  readonly options: readonly RadioOption[];
  readonly value?: string;
  readonly defaultValue?: string;
}
export type TRadioGroup<T> = (props: RadioGroupProps) => T;

export interface TabsProps extends Around {
  readonly id: string;
  readonly selected?: number;
  readonly defaultSelected?: number;
  readonly onChange?: (index: number) => void;
  readonly shouldUnmountTabPanelOnChange?: boolean;
}
export type TTabs<T> = (props: TabsProps) => T;
export type TTab<T> = (props: Around) => T;
export type TTabList<T> = (props: { readonly children: ReactNode }) => T;
export type TTabPanel<T> = (props: Around) => T;

interface TableCell {
  readonly key?: Key;
  readonly content?: ReactNode;
}
interface HeadCell extends TableCell {
  readonly isSortable?: boolean;
  readonly shouldTruncate?: boolean;
  /** In percent of the table. */
  readonly width?: number;
}
export interface DynamicTableProps extends Tested {
  readonly caption?: string;
  readonly label?: string;
  readonly head?: { readonly cells: readonly HeadCell[] };
  readonly rows?: readonly {
    readonly key?: string;
    readonly cells: readonly TableCell[];
    readonly isHighlighted?: boolean;
  }[];
  /** Past this many the table turns pages. */
  readonly rowsPerPage?: number;
  readonly isFixedSize?: boolean;
  readonly isLoading?: boolean;
  readonly emptyView?: ReactNode;
}
