import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Card, PartTitle, Stack } from './layout.ts';

/** A part of a screen with its heading, found by screen readers under that name. */
export function Part(props: { readonly title: string; readonly children: ReactNode }): ReactElement {
  const id = useId();
  return (
    <Card aria-labelledby={id}>
      <Stack $gap={12}>
        <PartTitle id={id}>{props.title}</PartTitle>
        {props.children}
      </Stack>
    </Card>
  );
}
