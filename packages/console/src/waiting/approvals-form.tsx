import { Checkbox, Group, NumberInput, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Section } from '../spots/section.tsx';
import { useWords } from '../words/words-provider.tsx';
import { documentOf, formOf, personKinds, typedNumber } from './approvals-document.ts';
import type { ApprovalsForm as Form, Second } from './approvals-document.ts';
import { Saving } from './saving.tsx';
import type { SettingsDocument } from './use-document.ts';

const seconds: readonly Second[] = ['never', 'some', 'always'];

interface Part {
  readonly form: Form;
  readonly change: (some: Partial<Form>) => void;
}

/** When a run needs a second person, and how long it waits. */
export function ApprovalsForm({ document: known }: { readonly document: SettingsDocument }): ReactElement {
  const [form, setForm] = useState(() => formOf(known.document));
  const change = (some: Partial<Form>): void => setForm((before) => ({ ...before, ...some }));
  return (
    <Saving name="approvals" document={known} written={() => documentOf(form, known.document)}>
      <SecondPerson form={form} change={change} />
      <Times form={form} change={change} />
    </Saving>
  );
}

function SecondPerson({ form, change }: Part): ReactElement {
  const { t } = useWords('waiting');
  const choose = (value: string): void => {
    const second = seconds.find((one) => one === value);
    if (second !== undefined) change({ second });
  };
  return (
    <Section title={t('second.title')} says={t('second.says')}>
      <Radio.Group label={t('second.when')} value={form.second} onChange={choose}>
        <Stack gap="xs" mt="xs">
          {seconds.map((one) => (
            <Radio key={one} value={one} label={t(`second.${one}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {form.second === 'some' ? <SomeCases form={form} change={change} /> : null}
      <NumberInput
        label={t('second.hours')}
        {...{ min: 1, max: 720, allowDecimal: false, maw: 320, required: true }}
        value={form.hours}
        onChange={(value) => change({ hours: typedNumber(value) })}
      />
    </Section>
  );
}

function SomeCases({ form, change }: Part): ReactElement {
  const { t } = useWords('waiting');
  const whole = { min: 0, allowDecimal: false, maw: 320 };
  return (
    <Stack gap="sm">
      <NumberInput
        {...whole}
        label={t('second.steps')}
        value={form.aboveSteps}
        onChange={(value) => change({ aboveSteps: typedNumber(value) })}
      />
      <NumberInput
        {...whole}
        label={t('second.runs')}
        value={form.aboveRuns}
        onChange={(value) => change({ aboveRuns: typedNumber(value) })}
      />
      <Text size="sm" c="dimmed">
        {t('second.empty')}
      </Text>
      <Kinds form={form} change={change} />
    </Stack>
  );
}

function Kinds({ form, change }: Part): ReactElement {
  const { t, say } = useWords('waiting');
  const choose = (values: readonly string[]): void =>
    change({ kinds: personKinds.filter((kind) => values.includes(kind)) });
  return (
    <Checkbox.Group label={t('second.kinds')} value={[...form.kinds]} onChange={choose}>
      <Group gap="md" mt="xs">
        {personKinds.map((kind) => (
          <Checkbox key={kind} value={kind} label={say('terms', `person.${kind}`)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

function Times({ form, change }: Part): ReactElement {
  const { t } = useWords('waiting');
  return (
    <Section title={t('time.title')}>
      <NumberInput
        label={t('time.minutes')}
        {...{ min: 0, max: 10_080, allowDecimal: false, maw: 320, required: true }}
        value={form.minutes}
        onChange={(value) => change({ minutes: typedNumber(value) })}
      />
      <Checkbox
        label={t('time.night')}
        checked={form.night}
        onChange={({ currentTarget: { checked } }) => change({ night: checked })}
      />
    </Section>
  );
}
