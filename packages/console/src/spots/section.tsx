import { Stack, Text, Title } from '@mantine/core';
import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';

/** A part of a page under its own heading. */
export function Section({
  title,
  says,
  children,
}: {
  readonly title: string;
  readonly says?: string | undefined;
  readonly children?: ReactNode;
}): ReactElement {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <Stack gap="md">
        <div>
          <Title order={2} id={id}>
            {title}
          </Title>
          {says === undefined ? null : (
            <Text c="dimmed" size="sm" mt={4} maw="46rem">
              {says}
            </Text>
          )}
        </div>
        {children}
      </Stack>
    </section>
  );
}
