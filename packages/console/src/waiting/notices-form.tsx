import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { Problem } from '../parts/problem.tsx';
import { languageNames, languages } from '../words/languages.ts';
import type { Language } from '../words/languages.ts';
import { useWords } from '../words/words-provider.tsx';
import { noticeKinds, useChoose, useTest } from './use-notices.ts';
import type { Chosen, NoticeKind, Preferences } from './use-notices.ts';

interface Form {
  readonly address: string;
  readonly language: Language | undefined;
  readonly unwanted: readonly NoticeKind[];
}

interface Part {
  readonly form: Form;
  readonly change: (some: Partial<Form>) => void;
}

/** Where mails go, in which language, and about what. */
export function NoticesForm({ known }: { readonly known: Preferences }): ReactElement {
  const { t } = useWords('notices');
  const choose = useChoose();
  const [form, setForm] = useState<Form>(() => formOf(known));
  const change = (some: Partial<Form>): void => setForm((before) => ({ ...before, ...some }));
  const save = (): void => choose.mutate(chosenIn(form));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save();
  };
  return (
    <Stack component="form" className="panel" gap="md" onSubmit={submit}>
      <Fields form={form} change={change} from={known.from} />
      <Kinds form={form} change={change} />
      <Problem error={choose.error} again={save} />
      <Group gap="md">
        <Button type="submit" loading={choose.isPending}>
          {t('save')}
        </Button>
        {known.mails && known.address !== undefined ? <Test /> : null}
        <Text size="sm" role="status">
          {choose.isSuccess ? t('saved') : ''}
        </Text>
      </Group>
    </Stack>
  );
}

function Fields({ form, change, from }: Part & { readonly from: Preferences['from'] }): ReactElement {
  const { t } = useWords('notices');
  const choices = [
    { value: '', label: t('standard') },
    ...languages.map((one) => ({ value: one, label: languageNames[one] })),
  ];
  return (
    <>
      <TextInput
        label={t('address')}
        description={from === 'provider' ? `${t('provider')} ${t('addressSays')}` : t('addressSays')}
        {...{ type: 'email', autoComplete: 'email', maw: 420, value: form.address }}
        onChange={({ currentTarget: { value } }) => change({ address: value })}
      />
      <NativeSelect
        label={t('language')}
        data={choices}
        maw={420}
        value={form.language ?? ''}
        onChange={({ currentTarget: { value } }) => change({ language: languages.find((one) => one === value) })}
      />
    </>
  );
}

function Kinds({ form, change }: Part): ReactElement {
  const { t } = useWords('notices');
  const wanted = noticeKinds.filter((kind) => !form.unwanted.includes(kind));
  const choose = (values: readonly string[]): void =>
    change({ unwanted: noticeKinds.filter((kind) => !values.includes(kind)) });
  return (
    <Checkbox.Group label={t('about')} value={wanted} onChange={choose}>
      <Stack gap="xs" mt="xs">
        {noticeKinds.map((kind) => (
          <Checkbox key={kind} value={kind} label={t(`kind.${kind}`)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function Test(): ReactElement {
  const { t } = useWords('notices');
  const test = useTest();
  return (
    <Group gap="sm">
      <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
        {t('test')}
      </Button>
      <Text size="sm" role="status">
        {test.isSuccess ? t('tested') : ''}
      </Text>
      <Problem error={test.error} />
    </Group>
  );
}

function formOf({ address = '', language, unwanted }: Preferences): Form {
  return { address, language, unwanted };
}

function chosenIn({ address, language, unwanted }: Form): Chosen {
  const written = address.trim();
  return {
    unwanted: [...unwanted],
    ...(written === '' ? {} : { address: written }),
    ...(language === undefined ? {} : { language }),
  };
}
