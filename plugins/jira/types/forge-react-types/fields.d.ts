import type { ReactNode } from 'react';
import type { Around, Field, Tested } from './every-component.d.ts';

interface FormProps {
  readonly children: ReactNode;
  readonly onSubmit: () => Promise<void> | void;
}
/** The component Form: https://developer.atlassian.com/platform/forge/ui-kit/components/form/ */
export type TForm<T> = (props: FormProps) => T;

interface LabelProps extends Around {
  readonly labelFor: string;
}
/** The component Label: https://developer.atlassian.com/platform/forge/ui-kit/components/form/ */
export type TLabel<T> = (props: LabelProps) => T;

interface MessageProps {
  readonly children: ReactNode;
  readonly testId?: string;
}
/** The component HelperMessage: https://developer.atlassian.com/platform/forge/ui-kit/components/form/ */
export type THelperMessage<T> = (props: MessageProps) => T;
/** The component ErrorMessage: https://developer.atlassian.com/platform/forge/ui-kit/components/form/ */
export type TErrorMessage<T> = (props: MessageProps) => T;
/** The component ValidMessage: https://developer.atlassian.com/platform/forge/ui-kit/components/form/ */
export type TValidMessage<T> = (props: MessageProps) => T;

interface TextfieldProps extends Field, Tested {
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
/** The component Textfield: https://developer.atlassian.com/platform/forge/ui-kit/components/textfield/ */
export type TTextfield<T> = (props: TextfieldProps) => T;

interface TextAreaProps extends Field, Tested {
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
/** The component TextArea: https://developer.atlassian.com/platform/forge/ui-kit/components/text-area/ */
export type TTextArea<T> = (props: TextAreaProps) => T;

interface CheckboxProps extends Field, Tested {
  readonly label?: string;
  readonly value?: string;
  readonly isChecked?: boolean;
  readonly defaultChecked?: boolean;
}
/** The component Checkbox: https://developer.atlassian.com/platform/forge/ui-kit/components/checkbox/ */
export type TCheckbox<T> = (props: CheckboxProps) => T;

interface ToggleProps extends Omit<Field, 'isInvalid' | 'isRequired'>, Tested {
  readonly label?: string;
  readonly size?: 'regular' | 'large';
  readonly isChecked?: boolean;
  readonly defaultChecked?: boolean;
}
/** The component Toggle: https://developer.atlassian.com/platform/forge/ui-kit/components/toggle/ */
export type TToggle<T> = (props: ToggleProps) => T;

/** A choice of a group of radio buttons. */
interface RadioOption {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly isDisabled?: boolean;
}
interface RadioGroupProps extends Pick<Field, 'name' | 'isDisabled' | 'isInvalid' | 'isRequired' | 'onChange'>, Tested {
  readonly options: readonly RadioOption[];
  readonly value?: string;
  readonly defaultValue?: string;
}
/** The component RadioGroup: https://developer.atlassian.com/platform/forge/ui-kit/components/radio-group/ */
export type TRadioGroup<T> = (props: RadioGroupProps) => T;
