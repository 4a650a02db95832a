import { Tabs } from '@mantine/core';
import type { ReactElement } from 'react';
import { NeedsRight } from '../parts/needs-right.tsx';
import { Page } from '../parts/page.tsx';
import { useWords } from '../words/words-provider.tsx';
import { DocumentPart } from './document-part.tsx';
import { RulesForm } from './rules-form.tsx';
import { RulesText } from './rules-text.tsx';

/** What is blanked: the common choices as a form, and everything as text. */
export function RulesPage(): ReactElement {
  const { t } = useWords('settings');
  return (
    <NeedsRight right="configure">
      <Page title={t('rules.title')} lead={t('rules.lead')}>
        <Tabs defaultValue="form" keepMounted={false}>
          <Tabs.List mb="lg">
            <Tabs.Tab value="form">{t('rules.form')}</Tabs.Tab>
            <Tabs.Tab value="text">{t('rules.text')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="form">
            <DocumentPart name="rules" shown={(document) => <RulesForm key={document.version} document={document} />} />
          </Tabs.Panel>
          <Tabs.Panel value="text">
            <DocumentPart name="rules" shown={(document) => <RulesText key={document.version} document={document} />} />
          </Tabs.Panel>
        </Tabs>
      </Page>
    </NeedsRight>
  );
}
