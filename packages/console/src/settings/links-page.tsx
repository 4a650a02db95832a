import { Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { NeedsRight } from '../parts/needs-right.tsx';
import { Page } from '../parts/page.tsx';
import { Saving } from '../waiting/saving.tsx';
import type { SettingsDocument } from '../waiting/use-document.ts';
import { useWords } from '../words/words-provider.tsx';
import { DocumentPart } from './document-part.tsx';
import { textOf } from './read-document.ts';

const fields = ['privacyPolicy', 'feedback', 'support'] as const;

/** Where the organization leads those who work here, and its note on legal advice. */
export function LinksPage(): ReactElement {
  const { t } = useWords('settings');
  return (
    <NeedsRight right="configure">
      <Page title={t('links.title')} lead={t('links.lead')}>
        <DocumentPart name="links" shown={(document) => <LinksForm key={document.version} document={document} />} />
      </Page>
    </NeedsRight>
  );
}

function LinksForm({ document }: { readonly document: SettingsDocument }): ReactElement {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const valueOf = (name: string): string => typed[name] ?? textOf(document.document, name);
  const written = (): Readonly<Record<string, string>> => {
    const texts = [...fields, 'legalNote'].map((name): [string, string] => [name, valueOf(name).trim()]);
    return Object.fromEntries<string>(texts.filter(([, text]) => text !== ''));
  };
  const field = (name: string): Field => ({
    value: valueOf(name),
    onChange: ({ currentTarget }) => setTyped({ ...typed, [name]: currentTarget.value }),
  });
  return (
    <section className="panel">
      <Saving name="links" document={document} written={written}>
        <LinkFields field={field} />
      </Saving>
    </section>
  );
}

interface Field {
  readonly value: string;
  readonly onChange: (event: { readonly currentTarget: { readonly value: string } }) => void;
}

function LinkFields({ field }: { readonly field: (name: string) => Field }): ReactElement {
  const { t } = useWords('settings');
  return (
    <Stack gap="md" maw="36rem">
      {fields.map((name) => (
        <TextInput key={name} type="url" label={t(`links.${name}`)} placeholder="https://" {...field(name)} />
      ))}
      <Textarea
        label={t('links.legalNote')}
        description={t('links.legalNoteHint')}
        placeholder={t('legalNote')}
        rows={3}
        {...field('legalNote')}
      />
    </Stack>
  );
}
