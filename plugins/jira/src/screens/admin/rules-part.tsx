import { Button, Label, RadioGroup, Stack, TextArea } from '@forge/react';
import type { ReactElement } from 'react';
import type { SettingsShown } from '../../forge/protocol.ts';
import { Part } from '../frame/part.tsx';
import { useWords } from '../words/words-context.ts';
import type { Editing, RulesChoice } from './draft.ts';
import { TypedField } from './typed-field.tsx';

const choices: readonly RulesChoice[] = ['default', 'every-channel', 'mentions-only', 'own'];

type Choosing = Editing & { readonly presets: SettingsShown['presets'] };

/** Which rules decide what is blanked: one of those that come along, or somebody's own. */
export function RulesPart(props: Choosing): ReactElement {
  const { draft, onChange } = props;
  const { t } = useWords();
  return (
    <Part title={t('admin.rules')}>
      <RadioGroup
        name="rules"
        value={draft.rules}
        options={choices.map((value) => ({ name: 'rules', value, label: t(`admin.${value}`) }))}
        onChange={({ target }) => {
          const rules = choices.find((choice) => choice === target.value);
          if (rules !== undefined) onChange({ rules });
        }}
      />
      {draft.rules === 'own' && <OwnRules {...props} />}
    </Part>
  );
}

function OwnRules({ draft, onChange, presets }: Choosing): ReactElement {
  const { t } = useWords();
  return (
    <Stack space="space.050" alignInline="stretch">
      <Label labelFor="json">{t('admin.json')}</Label>
      <TextArea
        id="json"
        name="json"
        isMonospaced
        minimumRows={12}
        spellCheck={false}
        value={draft.json}
        onChange={({ target }) => onChange({ json: typeof target.value === 'string' ? target.value : '' })}
      />
      <Button spacing="compact" onClick={() => onChange({ json: presets.default })}>
        {t('admin.begin')}
      </Button>
    </Stack>
  );
}

/** What stands in the place of what was blanked, and the word of the confirmation. */
export function WordsPart({ draft, onChange }: Editing): ReactElement {
  const { t } = useWords();
  const { names } = draft;
  return (
    <Part title={t('admin.names')}>
      <TypedField
        name="person"
        label={t('admin.person')}
        before={names.person}
        onType={(person) => onChange({ names: { ...names, person } })}
      />
      <TypedField
        name="text"
        label={t('admin.text')}
        before={names.text}
        onType={(text) => onChange({ names: { ...names, text } })}
      />
      <TypedField
        name="confirmation"
        label={t('admin.confirmation')}
        hint={t('admin.confirmationHint')}
        before={names.confirmation}
        onType={(confirmation) => onChange({ names: { ...names, confirmation } })}
      />
    </Part>
  );
}
