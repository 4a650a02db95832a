import { rightsOf } from '@lethe/core';
import { useCallback } from 'react';
import type { ReactElement } from 'react';
import type { AppDesk } from '../../desk/app-desk.ts';
import { useWords } from '../../words/words-context.ts';
import { List, Quiet, Stack, Text } from '../frame/layout.ts';
import { Part } from '../frame/part.tsx';
import { FactList } from '../report/fact-list.tsx';
import { TroubleAlert } from './trouble-alert.tsx';
import { useLoaded } from './use-loaded.ts';

/** Who may use the app and by what rules, to be read; and where an administrator changes it. */
export function SettingsPanel({ desk }: { readonly desk: AppDesk }): ReactElement {
  const { t } = useWords();
  const { rules } = desk;
  return (
    <Stack>
      <Part title={t('settings.who')}>
        <Groups desk={desk} />
        <You desk={desk} />
      </Part>
      <Part title={t('settings.where')}>
        <Text>{t('settings.whereText')}</Text>
        <Quiet>{t('settings.border')}</Quiet>
      </Part>
      <Part title={t('settings.rules')}>
        <FactList
          facts={[
            [t('settings.ruleSet'), rules.name],
            [t('settings.replacement'), rules.replacement.name],
            [t('settings.word'), rules.confirmation],
          ]}
        />
      </Part>
    </Stack>
  );
}

function Groups({ desk }: { readonly desk: AppDesk }): ReactElement {
  const { t } = useWords();
  const { entries } = desk.groups;
  const [unknown] = useLoaded(useCallback(() => desk.unknownGroups(), [desk]));
  const none = unknown.at === 'there' ? unknown.value : [];
  if (entries.length === 0) return <Text>{t('settings.off')}</Text>;
  return (
    <>
      <Text>{t('settings.groups')}</Text>
      <List>
        {entries.map(({ text, by }, index) => (
          <li key={index}>
            {by === 'administrators' ? t('settings.administrators') : text}
            {none.includes(text) && ` (${t('settings.unknown')})`}
          </li>
        ))}
      </List>
    </>
  );
}

function You({ desk }: { readonly desk: AppDesk }): ReactElement {
  const { t } = useWords();
  const [asked, again] = useLoaded(
    useCallback(async () => rightsOf(await desk.actor(), await desk.permissions()), [desk]),
  );
  if (asked.at === 'failed') return <TroubleAlert error={asked.error} onAgain={again} />;
  if (asked.at === 'loading') return <Text>{t('starting')}</Text>;
  return <Text>{t(asked.value.includes('run') ? 'settings.mayRun' : 'settings.mayNot')}</Text>;
}
