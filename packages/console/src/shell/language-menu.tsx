import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { languageNames, languages } from '../words/languages.ts';
import { useLanguage, useWords } from '../words/words-provider.tsx';

/** Chooses the language, for this browser. */
export function LanguageMenu(): ReactElement {
  const { t } = useWords('shell');
  const [spoken, speak] = useLanguage();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('language')}>
          <IconLanguage size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            onClick={() => speak(language)}
            rightSection={language === spoken ? <IconCheck size={16} aria-hidden /> : undefined}
            aria-current={language === spoken}
          >
            {languageNames[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
