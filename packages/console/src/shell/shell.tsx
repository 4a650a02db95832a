import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Link, Redirect, useLocation } from 'wouter';
import { Loading } from '../parts/loading.tsx';
import { Problem } from '../parts/problem.tsx';
import { useSessionQuery } from '../session/use-session.ts';
import { useWords } from '../words/words-provider.tsx';
import { Footer } from './footer.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { Mark } from './mark.tsx';
import { Navigation } from './navigation.tsx';
import { OperatorMenu } from './operator-menu.tsx';
import { SchemeSwitch } from './scheme-switch.tsx';
import { SettingsWays } from './settings-ways.tsx';

/** What is around every page of somebody who is signed in; whoever is not is led to the way in. */
export function Shell({ children }: { readonly children: ReactNode }): ReactElement {
  const { data: session, error, isPending, refetch } = useSessionQuery();
  const [place] = useLocation();
  if (isPending) return <Loading />;
  if (session === undefined) return <Problem error={error} again={() => void refetch()} />;
  if (session.operator !== undefined) return <Frame>{children}</Frame>;
  return <Redirect to={session.setUp ? `/sign-in?then=${encodeURIComponent(place)}` : '/setup'} replace />;
}

function Frame({ children }: { readonly children: ReactNode }): ReactElement {
  const { t } = useWords('shell');
  const [opened, { toggle, close }] = useDisclosure(false);
  const [place] = useLocation();
  useEffect(close, [place, close]);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={{ base: 'md', sm: 'xl' }}
    >
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <AppShell.Header>
        <Top opened={opened} toggle={toggle} />
      </AppShell.Header>
      <AppShell.Navbar p="sm" component="nav" aria-label={t('navigation')}>
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <div className="content">
          {place.startsWith('/settings') ? <SettingsWays /> : null}
          {children}
          <Footer />
        </div>
      </AppShell.Main>
    </AppShell>
  );
}

function Top({ opened, toggle }: { readonly opened: boolean; readonly toggle: () => void }): ReactElement {
  const { t } = useWords('shell');
  return (
    <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="xs">
      <Group gap="xs" wrap="nowrap">
        <Burger
          opened={opened}
          onClick={toggle}
          hiddenFrom="sm"
          size="sm"
          aria-label={t(opened ? 'menu.close' : 'menu.open')}
          aria-expanded={opened}
        />
        <Link href="/" className="brand" aria-label={t('home')}>
          <Mark />
        </Link>
      </Group>
      <Group gap={4} wrap="nowrap">
        <LanguageMenu />
        <SchemeSwitch />
        <OperatorMenu />
      </Group>
    </Group>
  );
}
