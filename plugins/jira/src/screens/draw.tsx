import forgeReact from '@forge/react';
import type { ReactElement } from 'react';
import { Speaking } from './speaking.tsx';

/** Draws a page into Jira. */
export function draw(page: ReactElement): void {
  forgeReact.default.render(<Speaking>{page}</Speaking>);
}
