import { Anchor, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { useSession } from '../session/use-session.ts';
import type { Key } from '../words/catalogs.ts';
import { useWords } from '../words/words-provider.tsx';
import { LegalNote } from './legal-note.tsx';

interface Way {
  readonly path: string;
  readonly text: Key<'settings'>;
  /** For administrators of the installation alone. */
  readonly administrator?: true;
}

/** The settings in two groups: who works here, and how the organization wants it. */
const ways: readonly (readonly [Key<'settings'>, readonly Way[]])[] = [
  [
    'group.people',
    [
      { path: '/settings/operators', text: 'to.operators', administrator: true },
      { path: '/settings/groups', text: 'to.groups' },
    ],
  ],
  [
    'group.organization',
    [
      { path: '/people', text: 'to.records' },
      { path: '/settings/rules', text: 'to.rules' },
      { path: '/settings/names', text: 'to.names' },
      { path: '/settings/waiting', text: 'to.waiting' },
      { path: '/settings/notices', text: 'to.notices' },
      { path: '/settings/links', text: 'to.links' },
    ],
  ],
];

/** The ways between the settings, above each of them; nothing for whoever may not configure. */
export function SettingsWays(): ReactElement | null {
  const { t } = useWords('settings');
  const { may, operator } = useSession();
  if (!may('configure')) return null;
  return (
    <nav aria-label={t('navigation')} className="ways">
      {ways.map(([group, entries]) => (
        <Group key={group} gap="xs" align="baseline">
          <Text size="sm" fw={650} miw="9rem">
            {t(group)}
          </Text>
          {entries
            .filter(({ administrator }) => administrator !== true || operator?.administrator === true)
            .map((way) => (
              <WayTo key={way.path} way={way} />
            ))}
        </Group>
      ))}
      <LegalNote />
    </nav>
  );
}

function WayTo({ way: { path, text } }: { readonly way: Way }): ReactElement {
  const { t } = useWords('settings');
  const [place] = useLocation();
  const here = place === path ? 'page' : undefined;
  return (
    <Anchor component={Link} href={path} size="sm" className="way" aria-current={here}>
      {t(text)}
    </Anchor>
  );
}
