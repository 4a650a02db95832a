import { Alert, Button, Group, Loader, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { answered } from '../api/api.ts';
import { useApi } from '../api/api-context.ts';
import type { components } from '../api/schema.ts';
import { Problem } from '../parts/problem.tsx';
import { typedIn } from '../people/typed.ts';
import { isUnderWay } from '../review/use-review.ts';
import { Obstacles } from '../spots/obstacles.tsx';
import { PlaceList } from '../spots/place-list.tsx';
import { Section } from '../spots/section.tsx';
import { useSaid } from '../spots/use-said.ts';
import { useWords } from '../words/words-provider.tsx';

type Inquiry = components['schemas']['Inquiry'];
type Ending = NonNullable<Inquiry['ending']>;

/** Looks once more whether all is as a run left it. Whom to hunt for is typed: a run forgets it. */
export function Check({ id }: { readonly id: string }): ReactElement {
  const { t } = useWords('run');
  const api = useApi();
  const [text, type] = useState('');
  const begin = useMutation({
    mutationFn: async (texts: readonly string[]) =>
      answered(api.POST('/api/v1/runs/{id}/checks', { params: { path: { id } }, body: { texts: [...texts] } })),
  });
  return (
    <Section title={t('check.title')} says={t('check.text')}>
      <Textarea
        label={t('check.label')}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        {...{ autosize: true, minRows: 1, maxRows: 6, autoComplete: 'off', spellCheck: false }}
      />
      <Problem error={begin.error} />
      <Group className="no-print">
        <Button variant="default" loading={begin.isPending} onClick={() => begin.mutate(typedIn(text).asked)}>
          {t('check.start')}
        </Button>
      </Group>
      {begin.data === undefined ? null : <Checked key={begin.data.id} id={begin.data.id} />}
    </Section>
  );
}

function Checked({ id }: { readonly id: string }): ReactElement {
  const { t } = useWords('run');
  const api = useApi();
  const { data, error } = useQuery({
    queryKey: ['checks', id],
    queryFn: async () => answered(api.GET('/api/v1/checks/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data === undefined || isUnderWay(state.data) ? 700 : false),
  });
  if (data === undefined || isUnderWay(data))
    return (
      <>
        <Problem error={error} />
        <Group gap="sm">
          <Loader type="dots" aria-hidden />
          <Text role="status">{t('check.looking')}</Text>
        </Group>
      </>
    );
  return data.ending === undefined ? <Problem error={error} /> : <Came inquiry={data} ending={data.ending} />;
}

function Came({ inquiry, ending }: { readonly inquiry: Inquiry; readonly ending: Ending }): ReactElement | null {
  const { t } = useWords('run');
  const said = useSaid();
  const { host, person } = inquiry;
  if (ending.at === 'blocked') return <Obstacles obstacles={ending.obstacles} account={{ host, person }} />;
  if (ending.at === 'trouble')
    return (
      <Alert color="red" variant="light" role="alert" title={said(ending.says)}>
        {said(ending.remedy)}
      </Alert>
    );
  if (ending.at !== 'checked') return null;
  if (ending.notClean.length + ending.found.length === 0)
    return (
      <Alert color="teal" variant="light" role="status">
        {t('check.clean')}
      </Alert>
    );
  return (
    <Stack>
      <Places title={t('check.notClean')} labels={ending.notClean} />
      <Places title={t('check.found')} labels={ending.found} />
    </Stack>
  );
}

function Places({
  title,
  labels,
}: {
  readonly title: string;
  readonly labels: readonly string[];
}): ReactElement | null {
  if (labels.length === 0) return null;
  return (
    <Alert color="orange" variant="light" title={title}>
      <PlaceList labels={labels} />
    </Alert>
  );
}
