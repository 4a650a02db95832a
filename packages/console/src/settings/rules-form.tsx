import { Checkbox, Group, NumberInput, Radio, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Saving } from '../waiting/saving.tsx';
import type { SettingsDocument } from '../waiting/use-document.ts';
import { useWords } from '../words/words-provider.tsx';
import { partOf, textOf, textsOf } from './read-document.ts';
import type { Written } from './read-document.ts';
import { WhatChanges } from './what-changes.tsx';

const channels = ['mail', 'chat', 'web', 'phone', 'api'] as const;

/** The choices most installations make. What is not here is in the text. */
export function RulesForm({ document }: { readonly document: SettingsDocument }): ReactElement {
  const [rules, setRules] = useState<Written>(document.document);
  const change = (part: Written): void => setRules({ ...rules, ...part });
  return (
    <section className="panel">
      <Saving name="rules" document={document} written={() => rules}>
        <Stack gap="lg" maw="40rem">
          <MessageChoices rules={rules} change={change} />
          <OtherChoices rules={rules} change={change} />
        </Stack>
        <WhatChanges rules={rules} />
      </Saving>
    </section>
  );
}

interface ChoicesProps {
  readonly rules: Written;
  readonly change: (part: Written) => void;
}

function MessageChoices({ rules, change }: ChoicesProps): ReactElement {
  const { t } = useWords('settings');
  return (
    <>
      <Checkbox.Group
        label={t('rules.channels')}
        description={t('rules.channelsHint')}
        value={textsOf(rules, 'wholeMessageChannels')}
        onChange={(wholeMessageChannels) => change({ wholeMessageChannels })}
      >
        <Group mt="xs">
          {channels.map((channel) => (
            <Checkbox key={channel} value={channel} label={t(`rules.channel.${channel}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Switch
        label={t('rules.unknownChannel')}
        checked={rules['unknownChannelIsMail'] === true}
        onChange={({ currentTarget }) => change({ unknownChannelIsMail: currentTarget.checked })}
      />
      <Radio.Group label={t('rules.copies')} value={textOf(rules, 'copies')} onChange={(copies) => change({ copies })}>
        <Stack gap="xs" mt="xs">
          <Radio value="whole-list" label={t('rules.wholeList')} />
          <Radio value="subject-only" label={t('rules.subjectOnly')} />
        </Stack>
      </Radio.Group>
    </>
  );
}

function OtherChoices({ rules, change }: ChoicesProps): ReactElement {
  const { t } = useWords('settings');
  return (
    <>
      <Radio.Group
        label={t('rules.onlyRemovable')}
        value={textOf(rules, 'onlyRemovable')}
        onChange={(onlyRemovable) => change({ onlyRemovable })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="gap" label={t('rules.gap')} />
          <Radio value="remove" label={t('rules.remove')} />
        </Stack>
      </Radio.Group>
      <ByHand rules={rules} change={change} />
      <TextInput
        label={t('rules.confirmation')}
        description={t('rules.confirmationHint')}
        value={textOf(rules, 'confirmation')}
        onChange={({ currentTarget }) => change({ confirmation: currentTarget.value })}
        maw="20rem"
      />
    </>
  );
}

function ByHand({ rules, change }: ChoicesProps): ReactElement {
  const { t } = useWords('settings');
  const byHand = partOf(rules, 'byHand');
  const days = byHand['days'];
  return (
    <NumberInput
      label={t('rules.byHand')}
      value={typeof days === 'number' ? days : ''}
      min={1}
      max={365}
      onChange={(value) => change({ byHand: { ...byHand, days: Number(value) } })}
      maw="14rem"
    />
  );
}
