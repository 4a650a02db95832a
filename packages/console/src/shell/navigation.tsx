import { NavLink, ScrollArea, Stack, Text } from '@mantine/core';
import {
  IconBook2,
  IconChecklist,
  IconLayoutDashboard,
  IconPlayerPlay,
  IconPlugConnected,
  IconSettings,
  IconUserExclamation,
  IconUserSearch,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { useSession } from '../session/use-session.ts';
import type { Right } from '../session/use-session.ts';
import type { Key } from '../words/catalogs.ts';
import { useWords } from '../words/words-provider.tsx';

interface Entry {
  readonly path: string;
  readonly text: Key<'shell'>;
  readonly icon: Icon;
  /** Whoever has one of these sees it. */
  readonly rights: readonly Right[];
}

/** The work; then what makes it possible. One line a feature. */
const groups: readonly (readonly [Key<'shell'>, readonly Entry[]])[] = [
  [
    'group.work',
    [
      { path: '/', text: 'to.overview', icon: IconLayoutDashboard, rights: ['preview'] },
      { path: '/people', text: 'to.people', icon: IconUserSearch, rights: ['preview'] },
      { path: '/approvals', text: 'to.approvals', icon: IconChecklist, rights: ['preview'] },
      { path: '/runs', text: 'to.runs', icon: IconPlayerPlay, rights: ['preview'] },
      { path: '/watch', text: 'to.watch', icon: IconUserExclamation, rights: ['preview'] },
      { path: '/ledger', text: 'to.ledger', icon: IconBook2, rights: ['read-ledger'] },
    ],
  ],
  [
    'group.administration',
    [
      { path: '/hosts', text: 'to.hosts', icon: IconPlugConnected, rights: ['preview', 'configure'] },
      { path: '/settings', text: 'to.settings', icon: IconSettings, rights: ['configure'] },
    ],
  ],
];

/** The ways through the console that are open to whoever is signed in. */
export function Navigation(): ReactElement {
  const { t } = useWords('shell');
  const { may } = useSession();
  const [place] = useLocation();
  return (
    <ScrollArea h="100%" type="auto">
      {groups.map(([name, entries]) => {
        const open = entries.filter(({ rights }) => rights.some(may));
        if (open.length === 0) return null;
        return (
          <Stack key={name} gap={2} mb="md">
            <Text size="xs" fw={650} c="dimmed" px="sm" py={4}>
              {t(name)}
            </Text>
            {open.map((entry) => (
              <Way key={entry.path} entry={entry} here={isAt(place, entry.path)} />
            ))}
          </Stack>
        );
      })}
    </ScrollArea>
  );
}

function Way({
  entry: { path, text, icon: Icon },
  here,
}: {
  readonly entry: Entry;
  readonly here: boolean;
}): ReactElement {
  const { t } = useWords('shell');
  return (
    <NavLink
      component={Link}
      href={path}
      label={t(text)}
      active={here}
      aria-current={here ? 'page' : undefined}
      leftSection={<Icon size={20} stroke={1.7} aria-hidden />}
    />
  );
}

function isAt(place: string, path: string): boolean {
  return path === '/' ? place === '/' : place === path || place.startsWith(`${path}/`);
}
