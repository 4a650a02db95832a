import { Box } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

/** Something that opens: what is in it is only made when it is, as there may be thousands. */
export function Fold({
  title,
  children,
}: {
  readonly title: ReactNode;
  readonly children: () => ReactNode;
}): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <details className="fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open ? <Box pt="sm">{children()}</Box> : null}
    </details>
  );
}
