import { Heading, Stack } from '@forge/react';
import type { ReactElement, ReactNode } from 'react';

/** A part of a screen under a heading of its own. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <Stack space="space.100">
      <Heading as="h3" size="small">
        {title}
      </Heading>
      {children}
    </Stack>
  );
}

/** A screen: what it is about, and its parts below. */
export function Page({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <Stack space="space.300">
      <Heading as="h2" size="medium">
        {title}
      </Heading>
      {children}
    </Stack>
  );
}
