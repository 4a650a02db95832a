import { Alert, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Saving } from '../waiting/saving.tsx';
import type { SettingsDocument } from '../waiting/use-document.ts';
import { useWords } from '../words/words-provider.tsx';
import { lineOf, parsedJson } from './line-of.ts';
import { WhatChanges } from './what-changes.tsx';

/** The whole rules as text, with the place of whatever does not fit. */
export function RulesText({ document }: { readonly document: SettingsDocument }): ReactElement {
  const { t } = useWords('settings');
  const [text, setText] = useState(() => JSON.stringify(document.document, null, 2));
  const parsed = parsedJson(text);
  const written = 'document' in parsed ? parsed.document : undefined;
  return (
    <section className="panel">
      <Saving name="rules" document={document} written={() => written ?? document.document}>
        <Textarea
          label={t('rules.textLabel')}
          description={t('rules.textHint')}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          rows={24}
          spellCheck={false}
          classNames={{ input: 'code' }}
        />
        {'line' in parsed ? (
          <Alert color="red" variant="light" role="alert" title={t('check.noJson', { line: parsed.line })} />
        ) : (
          <WhatChanges rules={parsed.document} lineOf={(path) => lineOf(text, path)} />
        )}
      </Saving>
    </section>
  );
}
