import { Stack, Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

/** What is said where a list has nothing in it: that it is so, and what one can do. */
export function Empty({ says, children }: { readonly says: string; readonly children?: ReactNode }): ReactElement {
  return (
    <Stack className="panel" align="center" gap="md" py="xl">
      <Text c="dimmed" ta="center" maw="32rem">
        {says}
      </Text>
      {children}
    </Stack>
  );
}
