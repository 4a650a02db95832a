import type { ReactElement } from 'react';
import { Loading } from '../parts/loading.tsx';
import { NeedsRight } from '../parts/needs-right.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { useWords } from '../words/words-provider.tsx';
import { ApprovalsForm } from './approvals-form.tsx';
import { useDocument } from './use-document.ts';
import type { Name, SettingsDocument } from './use-document.ts';
import { WatchForm } from './watch-form.tsx';

/** When a run needs a second person, how long it waits, and how long erased people are recognized. */
export function WaitingPage(): ReactElement {
  const { t } = useWords('waiting');
  return (
    <NeedsRight right="configure">
      <Page title={t('title')} lead={t('lead')}>
        <Part name="approvals" shown={(document) => <ApprovalsForm key={document.version} document={document} />} />
        <Part name="watch" shown={(document) => <WatchForm key={document.version} document={document} />} />
      </Page>
    </NeedsRight>
  );
}

interface PartProps {
  readonly name: Name;
  readonly shown: (document: SettingsDocument) => ReactElement;
}

function Part({ name, shown }: PartProps): ReactElement {
  const { data, error, isPending, refetch } = useDocument(name);
  if (isPending) return <Loading />;
  if (data === undefined) return <Problem error={error} again={() => void refetch()} />;
  return shown(data);
}
