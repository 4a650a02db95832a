import { Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { NeedsRight } from '../parts/needs-right.tsx';
import { Page } from '../parts/page.tsx';
import { Saving } from '../waiting/saving.tsx';
import type { SettingsDocument } from '../waiting/use-document.ts';
import { useWords } from '../words/words-provider.tsx';
import { DocumentPart } from './document-part.tsx';
import { partOf, textOf } from './read-document.ts';

const fields = ['name', 'mention', 'text'] as const;

/** What stands where a person stood: the same for everybody. */
export function NamesPage(): ReactElement {
  const { t } = useWords('settings');
  return (
    <NeedsRight right="configure">
      <Page title={t('names.title')} lead={t('names.lead')}>
        <DocumentPart name="rules" shown={(document) => <NamesForm key={document.version} document={document} />} />
      </Page>
    </NeedsRight>
  );
}

function NamesForm({ document }: { readonly document: SettingsDocument }): ReactElement {
  const { t } = useWords('settings');
  const before = partOf(document.document, 'replacement');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const written = () => ({ ...document.document, replacement: { ...before, ...typed } });
  return (
    <section className="panel">
      <Saving name="rules" document={document} written={written}>
        <Stack gap="md" maw="32rem">
          {fields.map((field) => (
            <TextInput
              key={field}
              label={t(`names.${field}`)}
              description={t(`names.${field}Hint`)}
              value={typed[field] ?? textOf(before, field)}
              onChange={({ currentTarget }) => setTyped({ ...typed, [field]: currentTarget.value })}
              required
            />
          ))}
        </Stack>
      </Saving>
    </section>
  );
}
