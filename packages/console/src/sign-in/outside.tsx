import { Center, Group, Paper, Stack } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { Page } from '../parts/page.tsx';
import { Footer } from '../shell/footer.tsx';
import { LanguageMenu } from '../shell/language-menu.tsx';
import { Mark } from '../shell/mark.tsx';
import { SchemeSwitch } from '../shell/scheme-switch.tsx';

interface OutsideProps {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly children: ReactNode;
}

/** What is around the pages before somebody is signed in. */
export function Outside({ title, lead, children }: OutsideProps): ReactElement {
  return (
    <Center mih="100dvh" p="md" component="main">
      <Stack w="100%" maw={440} gap="md">
        <Group justify="space-between" px={4}>
          <Mark />
          <Group gap={4}>
            <LanguageMenu />
            <SchemeSwitch />
          </Group>
        </Group>
        <Paper className="panel">
          <Page title={title} lead={lead}>
            {children}
          </Page>
        </Paper>
        <Footer />
      </Stack>
    </Center>
  );
}
