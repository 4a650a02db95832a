import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';

/** What a page has: its heading, which is the title of the window too, and so is never personal. */
export interface PageProps {
  readonly title: string;
  readonly lead?: string | undefined;
  /** Buttons beside the heading. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page: its heading takes the focus when it appears, so that whoever hears it knows where they are. */
export function Page({ title, lead, actions, children }: PageProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Lethe`;
  }, [title]);
  useEffect(() => {
    // A field that asked for the focus keeps it.
    if (document.activeElement?.matches('main input, main textarea') !== true) heading.current?.focus();
  }, []);
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Box miw={0} flex="1 1 18rem">
          <Title order={1} ref={heading} tabIndex={-1} className="words">
            {title}
          </Title>
          {lead === undefined ? null : (
            <Text c="dimmed" mt={4} maw="46rem">
              {lead}
            </Text>
          )}
        </Box>
        {actions === undefined ? null : <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
