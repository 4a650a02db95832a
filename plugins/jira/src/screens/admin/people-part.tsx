import { Checkbox, HelperMessage, RadioGroup, Stack, Text } from '@forge/react';
import type { PersonKind } from '@lethe/core';
import type { ReactElement } from 'react';
import type { AccountMode } from '../../forge/protocol.ts';
import { Part } from '../frame/part.tsx';
import { useWords } from '../words/words-context.ts';
import type { Editing } from './draft.ts';

const modes: readonly AccountMode[] = ['erase', 'keep-shell'];
/** The kinds of accounts Jira has. */
const kinds: readonly PersonKind[] = ['end-user', 'agent', 'administrator', 'unknown'];

/** What becomes of accounts, and whose may be anonymized at all. */
export function PeoplePart({ draft, onChange }: Editing): ReactElement {
  const { t } = useWords();
  return (
    <Part title={t('admin.account')}>
      <RadioGroup
        name="account"
        value={draft.account}
        options={modes.map((value) => ({ name: 'account', value, label: t(`mode.${value}`) }))}
        onChange={({ target }) => {
          const account = modes.find((mode) => mode === target.value);
          if (account !== undefined) onChange({ account });
        }}
      />
      <Kinds
        name="kinds"
        title={t('admin.kinds')}
        chosen={draft.kinds}
        onChoose={(some) => onChange({ kinds: some })}
      />
      <HelperMessage>{t('admin.kindsHint')}</HelperMessage>
      <Kinds
        name="access"
        title={t('admin.accessFirst')}
        chosen={draft.accessRemovedFirst}
        onChoose={(some) => onChange({ accessRemovedFirst: some })}
      />
    </Part>
  );
}

function Kinds(props: {
  readonly name: string;
  readonly title: string;
  readonly chosen: readonly PersonKind[];
  readonly onChoose: (kinds: readonly PersonKind[]) => void;
}): ReactElement {
  const { name, title, chosen, onChoose } = props;
  const { t } = useWords();
  return (
    <Stack space="space.050">
      <Text weight="semibold">{title}</Text>
      {kinds.map((kind) => (
        <Checkbox
          key={kind}
          name={`${name}-${kind}`}
          label={t(`personKind.${kind}`)}
          isChecked={chosen.includes(kind)}
          onChange={({ target }) => {
            const others = chosen.filter((other) => other !== kind);
            onChoose(target.checked === true ? [...others, kind] : others);
          }}
        />
      ))}
    </Stack>
  );
}
