import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { ScreenTitle } from './layout.ts';

/** The heading of a screen. Takes the focus when the screen comes up, so that whoever listens hears where they are. */
export function ScreenHeading({ children }: { readonly children: ReactNode }): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <ScreenTitle ref={heading} tabIndex={-1}>
      {children}
    </ScreenTitle>
  );
}
