import type { ReactElement, ReactNode } from 'react';
import { useSession } from '../session/use-session.ts';
import type { Right } from '../session/use-session.ts';
import { useWords } from '../words/words-provider.tsx';
import { Empty } from './empty.tsx';
import { Page } from './page.tsx';

/** Shows a page to whoever has the right, and to others that they have not. The server decides; this spares them the try. */
export function NeedsRight({
  right,
  children,
}: {
  readonly right: Right | 'administrator';
  readonly children: ReactNode;
}): ReactElement {
  const { t } = useWords('shell');
  const { may, operator } = useSession();
  const allowed = right === 'administrator' ? operator?.administrator === true : may(right);
  if (allowed) return <>{children}</>;
  return (
    <Page title={t('denied.title')}>
      <Empty says={t('denied.says')} />
    </Page>
  );
}
