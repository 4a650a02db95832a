import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useWords } from '../words/words-provider.tsx';
import { MOST } from './typed.ts';

/** Says what this server cannot do yet, and what one can do instead. */
export function BulkNote(): ReactElement {
  const { t } = useWords('people');
  return (
    <Alert variant="light" color="blue" icon={<IconInfoCircle aria-hidden />} title={t('bulk.title')}>
      {t('bulk.says', { most: MOST })}
    </Alert>
  );
}
