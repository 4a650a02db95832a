import { Box, Button, Stack } from '@forge/react';
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

/** Something long, to be opened by whoever wants it. What is shut is not drawn at all. */
export function Fold({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  const [open, set] = useState(false);
  return (
    <Stack space="space.050" alignInline="start">
      <Button
        appearance="subtle"
        spacing="compact"
        iconBefore={open ? 'chevron-down' : 'chevron-right'}
        onClick={() => set(!open)}
      >
        {title}
      </Button>
      {open && <Box paddingInline="space.300">{children}</Box>}
    </Stack>
  );
}
