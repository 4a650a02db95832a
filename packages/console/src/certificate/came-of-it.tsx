import { Alert, List, Stack, ThemeIcon } from '@mantine/core';
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useWords } from '../words/words-provider.tsx';
import type { Verdict } from './use-certificate.ts';

const signs = {
  holds: { color: 'teal', icon: <IconCheck size={14} aria-hidden /> },
  fails: { color: 'red', icon: <IconX size={14} aria-hidden /> },
  'not-checked': { color: 'gray', icon: <IconMinus size={14} aria-hidden /> },
} as const;

/** What verifying a file came to: each thing that can be checked, and whether it was. */
export function CameOfIt({ verdict }: { readonly verdict: Verdict }): ReactElement {
  const { t } = useWords('certificate');
  const { ok, findings, about, later = 0 } = verdict;
  return (
    <Alert color={ok ? 'teal' : 'red'} variant="light" role="status" title={ok ? t('verify.ok') : t('verify.wrong')}>
      <Stack gap="xs">
        {about === undefined ? null : (
          <div className="words">{t('verify.about', { run: about.run, edition: about.edition })}</div>
        )}
        {later === 0 ? null : <div>{t('verify.later', { count: later })}</div>}
        <List size="sm" spacing={6} center>
          {findings.map((finding) => (
            <List.Item key={finding.what} icon={<Sign result={finding.result} />}>
              <Found finding={finding} />
            </List.Item>
          ))}
        </List>
      </Stack>
    </Alert>
  );
}

function Found({
  finding: { what, result, because },
}: {
  readonly finding: Verdict['findings'][number];
}): ReactElement {
  const { t, sayOr } = useWords('certificate');
  const why = because === undefined ? '' : ` (${sayOr('certificate', `because.${because}`, because)})`;
  return <>{`${t(`result.${result}`)}: ${t(`what.${what}`)}${why}`}</>;
}

function Sign({ result }: { readonly result: keyof typeof signs }): ReactElement {
  const { color, icon } = signs[result];
  return (
    <ThemeIcon color={color} size={22} radius="xl" variant="light">
      {icon}
    </ThemeIcon>
  );
}
