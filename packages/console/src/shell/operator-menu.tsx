import { ActionIcon, Menu } from '@mantine/core';
import { IconKey, IconLogout, IconUser } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { answered } from '../api/api.ts';
import { useApi } from '../api/api-context.ts';
import { SESSION } from '../api/query-client.ts';
import { useSession } from '../session/use-session.ts';
import { useWords } from '../words/words-provider.tsx';

/** Who is signed in, and the way out. */
export function OperatorMenu(): ReactElement {
  const { t } = useWords('shell');
  const { operator, ways } = useSession();
  const leaving = useSignOut();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('account.menu')}>
          <IconUser size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t(operator?.administrator === true ? 'account.administrator' : 'account.operator')}</Menu.Label>
        {ways.includes('password') ? (
          <Menu.Item component={Link} href="/settings/password" leftSection={<IconKey size={16} aria-hidden />}>
            {t('account.password')}
          </Menu.Item>
        ) : null}
        <Menu.Item onClick={() => leaving.mutate()} leftSection={<IconLogout size={16} aria-hidden />}>
          {t('account.leave')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useSignOut() {
  const api = useApi();
  const queries = useQueryClient();
  const [, go] = useLocation();
  return useMutation({
    mutationFn: async () => answered(api.POST('/sign-out', { body: {} })),
    onSuccess: ({ next }) => {
      queries.clear();
      if (next === undefined) go('/sign-in');
      else location.assign(next);
    },
    onError: () => queries.invalidateQueries({ queryKey: SESSION }),
  });
}
