import type { ReactNode } from 'react';

/** What came with an event, as far as it crosses from Jira's page to the app's. */
export interface InputEvent {
  readonly type: string;
  readonly target: { readonly value?: unknown; readonly checked?: boolean; readonly name?: string };
}

/** What a field tells. */
export interface OnInput {
  readonly onChange?: (event: InputEvent) => void;
  readonly onBlur?: (event: InputEvent) => void;
  readonly onFocus?: (event: InputEvent) => void;
}

/** What every field has. */
export interface Field extends OnInput {
  readonly id?: string;
  readonly name?: string;
  readonly isDisabled?: boolean;
  readonly isInvalid?: boolean;
  readonly isRequired?: boolean;
}

/** A name for tests. */
export interface Tested {
  readonly testId?: string;
}

/** What stands around other things. */
export interface Around extends Tested {
  readonly children?: ReactNode;
}
