import { Switch, TagsInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWords } from '../words/words-provider.tsx';
import type { Standing } from './use-operators.ts';

interface StandingFieldsProps {
  readonly standing: Standing;
  readonly onChange: (standing: Standing) => void;
}

/** Which groups somebody is in, and whether they administer. */
export function StandingFields({ standing, onChange }: StandingFieldsProps): ReactElement {
  const { t } = useWords('settings');
  return (
    <>
      <TagsInput
        label={t('operators.groups')}
        description={t('groups.membersHint')}
        value={[...standing.groups]}
        onChange={(groups) => onChange({ ...standing, groups })}
      />
      <Switch
        label={t('operators.administrator')}
        checked={standing.administrator}
        onChange={({ currentTarget }) => onChange({ ...standing, administrator: currentTarget.checked })}
      />
    </>
  );
}
