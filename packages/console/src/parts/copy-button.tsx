import { Button, CopyButton as Copying } from '@mantine/core';
import type { ReactElement } from 'react';

/** What is copied, and what the button says before and after. */
export interface CopyButtonProps {
  readonly value: string;
  readonly copy: string;
  readonly copied: string;
}

/** Puts a text where it can be pasted from. */
export function CopyButton({ value, copy: before, copied: after }: CopyButtonProps): ReactElement {
  return (
    <Copying value={value}>
      {({ copied, copy }) => (
        <Button size="xs" variant="default" onClick={copy}>
          {copied ? after : before}
        </Button>
      )}
    </Copying>
  );
}
