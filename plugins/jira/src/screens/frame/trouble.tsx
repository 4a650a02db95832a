import { Button, SectionMessage, Spinner, Stack, Text } from '@forge/react';
import type { ReactElement } from 'react';
import type { Refusal } from '../../forge/protocol.ts';
import { useWords } from '../words/words-context.ts';
import { Denied } from './denied.tsx';

/** What did not work, and what to do about it; sentences nobody translated are left out where English is not spoken. */
export function Trouble({
  refusal,
  onAgain,
}: {
  readonly refusal: Refusal;
  readonly onAgain: () => void;
}): ReactElement {
  const { t, said, locale } = useWords();
  const { code, says, remedy } = refusal;
  if (code === 'not-allowed') return <Denied />;
  const known = (sentence: string): readonly string[] =>
    locale === 'en-US' || said(sentence) !== sentence ? [said(sentence)] : [];
  const [way = t(`trouble.remedy.${code}`)] = known(remedy);
  const lines = new Set([t(`trouble.code.${code}`), ...known(says), way]);
  return (
    <SectionMessage appearance="error" title={t('trouble.title')}>
      <Stack space="space.100" alignInline="start">
        {[...lines].map((line) => (
          <Text key={line}>{line}</Text>
        ))}
        <Button onClick={onAgain}>{t('trouble.again')}</Button>
      </Stack>
    </SectionMessage>
  );
}

/** Something is being fetched. */
export function Waiting(): ReactElement {
  const { t } = useWords();
  return <Spinner size="medium" label={t('starting')} />;
}
