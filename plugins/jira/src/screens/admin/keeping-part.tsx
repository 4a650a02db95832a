import { HelperMessage, Inline, Label, Stack, Toggle } from '@forge/react';
import type { ReactElement } from 'react';
import { Part } from '../frame/part.tsx';
import { useWords } from '../words/words-context.ts';
import type { Editing } from './draft.ts';
import { TypedField } from './typed-field.tsx';

/** How long reports are kept, and what is emptied as a whole. */
export function KeepingPart({ draft, onChange }: Editing): ReactElement {
  const { t } = useWords();
  return (
    <Part title={t('admin.keeping')}>
      <TypedField
        name="reportDays"
        type="number"
        label={t('admin.reportDays')}
        before={draft.reportDays}
        onType={(reportDays) => onChange({ reportDays })}
      />
      <TypedField
        name="clearFields"
        label={t('admin.fields')}
        hint={t('admin.fieldsHint')}
        before={draft.clearFields}
        onType={(clearFields) => onChange({ clearFields })}
      />
    </Part>
  );
}

/** What goes on after a run, and what begins without anybody on a screen. */
export function AfterPart({ draft, onChange }: Editing): ReactElement {
  const { t } = useWords();
  return (
    <Part title={t('admin.after')}>
      <Switch
        name="watchReturns"
        label={t('admin.watch')}
        hint={t('admin.watchHint')}
        is={draft.watchReturns}
        onSwitch={(watchReturns) => onChange({ watchReturns })}
      />
      <Switch
        name="automationRuns"
        label={t('admin.automation')}
        hint={t('admin.automationHint')}
        is={draft.automationRuns}
        onSwitch={(automationRuns) => onChange({ automationRuns })}
      />
    </Part>
  );
}

function Switch(props: {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly is: boolean;
  readonly onSwitch: (is: boolean) => void;
}): ReactElement {
  const { name, label, hint, is, onSwitch } = props;
  return (
    <Stack>
      <Inline space="space.100" alignBlock="center">
        <Toggle
          id={name}
          name={name}
          label={label}
          isChecked={is}
          onChange={({ target }) => onSwitch(target.checked === true)}
        />
        <Label labelFor={name}>{label}</Label>
      </Inline>
      <HelperMessage>{hint}</HelperMessage>
    </Stack>
  );
}
