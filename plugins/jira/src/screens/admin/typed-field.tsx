import { HelperMessage, Label, Stack, Textfield } from '@forge/react';
import type { ReactElement } from 'react';

/** A line to be typed, with its name above and a hint below. */
export function TypedField(props: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'number';
  readonly before: string;
  readonly onType: (text: string) => void;
}): ReactElement {
  const { name, label, hint, type = 'text', before, onType } = props;
  return (
    <Stack>
      <Label labelFor={name}>{label}</Label>
      <Textfield
        id={name}
        name={name}
        type={type}
        defaultValue={before}
        onChange={({ target }) => onType(typeof target.value === 'string' ? target.value : '')}
      />
      {hint !== undefined && <HelperMessage>{hint}</HelperMessage>}
    </Stack>
  );
}
