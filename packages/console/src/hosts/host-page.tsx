import { Button, Code, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useParams } from 'wouter';
import { Loading } from '../parts/loading.tsx';
import { NeedsRight } from '../parts/needs-right.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { useSession } from '../session/use-session.ts';
import { useWords } from '../words/words-provider.tsx';
import { PreflightView, Unable } from './preflight-view.tsx';
import { Removal } from './removal.tsx';
import { useHost, usePreflight } from './use-hosts.ts';
import type { Preflight } from './use-hosts.ts';

/** One host: whether it can be used now, what it can never do, how it is set. */
export function HostPage(): ReactElement {
  const { t } = useWords('hosts');
  const { name = '' } = useParams<{ readonly name?: string }>();
  const { may } = useSession();
  const preflight = usePreflight(name);
  const again = (
    <Button variant="default" onClick={() => void preflight.refetch()} loading={preflight.isFetching}>
      {t('preflight.again')}
    </Button>
  );
  return (
    <NeedsRight right={may('preview') ? 'preview' : 'configure'}>
      <Page title={name} actions={again}>
        {preflight.isPending ? <Loading /> : null}
        <Problem error={preflight.error} again={() => void preflight.refetch()} />
        {preflight.data === undefined ? null : <Found found={preflight.data} />}
        {may('configure') ? <HostSettings name={name} /> : null}
      </Page>
    </NeedsRight>
  );
}

function Found({ found }: { readonly found: Preflight }): ReactElement {
  const { t } = useWords('hosts');
  return (
    <>
      <PreflightView found={found} />
      <section className="panel">
        <Title order={2} mb="sm">
          {t('cannot.title')}
        </Title>
        <Unable cannot={found.cannot} />
      </section>
    </>
  );
}

function HostSettings({ name }: { readonly name: string }): ReactElement {
  const { t } = useWords('hosts');
  const host = useHost(name);
  if (host.data === undefined) return host.isPending ? <Loading /> : <Problem error={host.error} />;
  const { from, kind, settings, where } = host.data;
  return (
    <section className="panel">
      <Title order={2} mb="sm">
        {t('settings.title')}
      </Title>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t(from === 'file' ? 'settings.inFile' : 'settings.added')}</Text>
        <Text size="sm" c="dimmed" className="words">
          {kind === undefined ? where : `${kind} · ${where}`}
        </Text>
        {settings === undefined ? null : (
          <Code block w="100%" tabIndex={0}>
            {JSON.stringify(settings, null, 2)}
          </Code>
        )}
        {from === 'api' ? <Removal name={name} /> : null}
      </Stack>
    </section>
  );
}
