import { Anchor, Group } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWords } from '../words/words-provider.tsx';
import { useLinks } from './use-links.ts';

const names = ['privacyPolicy', 'feedback', 'support'] as const;

/** The organization's links, each where it is set. */
export function Footer(): ReactElement | null {
  const { t } = useWords('settings');
  const links = useLinks();
  const there = names.filter((name) => links[name] !== undefined);
  if (there.length === 0) return null;
  return (
    <Group component="footer" gap="lg" mt="xl">
      {there.map((name) => (
        <Anchor key={name} href={links[name]} size="sm" target="_blank" rel="noreferrer">
          {t(`links.${name}`)}
        </Anchor>
      ))}
    </Group>
  );
}
