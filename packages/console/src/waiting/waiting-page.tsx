import type { ReactElement } from 'react';
import { NeedsRight } from '../parts/needs-right.tsx';
import { Page } from '../parts/page.tsx';
import { DocumentPart } from '../settings/document-part.tsx';
import { useWords } from '../words/words-provider.tsx';
import { ApprovalsForm } from './approvals-form.tsx';
import { WatchForm } from './watch-form.tsx';

/** When a run needs a second person, how long it waits, and how long erased people are recognized. */
export function WaitingPage(): ReactElement {
  const { t } = useWords('waiting');
  return (
    <NeedsRight right="configure">
      <Page title={t('title')} lead={t('lead')}>
        <DocumentPart
          name="approvals"
          shown={(document) => <ApprovalsForm key={document.version} document={document} />}
        />
        <DocumentPart name="watch" shown={(document) => <WatchForm key={document.version} document={document} />} />
      </Page>
    </NeedsRight>
  );
}
