import { Button, Group, Select, Stack, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { useLocation } from 'wouter';
import { Loading } from '../parts/loading.tsx';
import { NeedsRight } from '../parts/needs-right.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { useWords } from '../words/words-provider.tsx';
import { HostFields } from './host-fields.tsx';
import { PreflightView, Unable } from './preflight-view.tsx';
import { useAddHost, useCheck, useHostKinds } from './use-hosts.ts';
import type { HostKind } from './use-hosts.ts';
import { writtenHost } from './written-host.ts';
import type { TypedFields } from './written-host.ts';

/** Connecting a host: its kind, its address and keys, and everything it still lacks before it is added. */
export function NewHostPage(): ReactElement {
  const { t, sayOr } = useWords('hosts');
  const kinds = useHostKinds();
  const [chosen, choose] = useState<string | null>(null);
  const kind = kinds.data?.find((one) => one.kind === chosen);
  const choices = kinds.data?.map(({ kind: value }) => ({ value, label: sayOr('hosts', `kind.${value}`, value) }));
  return (
    <NeedsRight right="configure">
      <Page title={t('new.title')} lead={t('new.lead')}>
        {kinds.isPending ? <Loading /> : null}
        <Problem error={kinds.error} again={() => void kinds.refetch()} />
        <section className="panel">
          <Stack gap="md" maw="36rem">
            <Select
              label={t('new.kind')}
              placeholder={t('new.choose')}
              data={choices ?? []}
              value={chosen}
              onChange={choose}
              allowDeselect={false}
            />
            {kind === undefined ? null : <NewHostForm key={kind.kind} kind={kind} />}
          </Stack>
        </section>
        {kind === undefined ? null : <KindCannot kind={kind} />}
      </Page>
    </NeedsRight>
  );
}

function useNewHost(kind: HostKind) {
  const [, go] = useLocation();
  const [name, setName] = useState(kind.kind);
  const [typed, setTyped] = useState<TypedFields>({});
  const checking = useCheck();
  const adding = useAddHost((added) => go(`/hosts/${added}`));
  return {
    ...{ name, setName, typed, checking, adding },
    add: () => adding.mutate({ name, ...writtenHost(kind, typed) }),
    check: () => checking.mutate(writtenHost(kind, typed)),
    change: (fields: TypedFields) => {
      checking.reset();
      setTyped(fields);
    },
  };
}

function NewHostForm({ kind }: { readonly kind: HostKind }): ReactElement {
  const { t } = useWords('hosts');
  const { name, setName, typed, checking, adding, add, check, change } = useNewHost(kind);
  const ready = checking.data?.ready === true;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) add();
    else check();
  };
  return (
    <Stack component="form" gap="md" onSubmit={submit}>
      <NameField name={name} onChange={setName} />
      <HostFields kind={kind} typed={typed} onChange={change} />
      <Problem error={checking.error} again={check} />
      <Problem error={adding.error} again={add} />
      {checking.data === undefined ? null : <PreflightView found={checking.data} />}
      <Group>
        <Button type="submit" loading={checking.isPending || adding.isPending}>
          {t(ready ? 'new.add' : 'new.check')}
        </Button>
        {checking.data === undefined || ready ? null : (
          <Button variant="default" onClick={add} loading={adding.isPending}>
            {t('new.addAnyway')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function NameField({
  name,
  onChange,
}: {
  readonly name: string;
  readonly onChange: (name: string) => void;
}): ReactElement {
  const { t } = useWords('hosts');
  return (
    <TextInput
      label={t('new.name')}
      description={t('new.nameHint')}
      value={name}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      pattern="[a-z0-9\-]{1,40}"
      required
    />
  );
}

function KindCannot({ kind }: { readonly kind: HostKind }): ReactElement {
  const { t, sayOr } = useWords('hosts');
  return (
    <section className="panel">
      <Title order={2} mb="sm">
        {t('cannot.title')}
      </Title>
      <Stack gap="lg">
        {kind.profiles.map(({ when, cannot }) => (
          <div key={when}>
            {kind.profiles.length > 1 ? (
              <Title order={3} size="h5" mb="xs">
                {sayOr('hosts', `when.${when}`, when)}
              </Title>
            ) : null}
            <Unable cannot={cannot} />
          </div>
        ))}
      </Stack>
    </section>
  );
}
