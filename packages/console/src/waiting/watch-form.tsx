import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Section } from '../spots/section.tsx';
import { useWords } from '../words/words-provider.tsx';
import { typedNumber } from './approvals-document.ts';
import { Saving } from './saving.tsx';
import type { SettingsDocument } from './use-document.ts';

/** How long erased people are recognized should they come back. */
export function WatchForm({ document: known }: { readonly document: SettingsDocument }): ReactElement {
  const { t } = useWords('waiting');
  const { keepDays } = known.document;
  const [days, setDays] = useState<number | ''>(typeof keepDays === 'number' ? keepDays : '');
  const written = () => ({ ...known.document, ...(days === '' ? {} : { keepDays: days }) });
  return (
    <Saving name="watch" document={known} written={written}>
      <Section title={t('watch.title')} says={t('watch.says')}>
        <NumberInput
          label={t('watch.days')}
          {...{ min: 0, max: 3650, allowDecimal: false, maw: 320, required: true }}
          value={days}
          onChange={(value) => setDays(typedNumber(value))}
        />
      </Section>
    </Saving>
  );
}
