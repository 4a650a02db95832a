import { Button, SectionMessage, Spinner, Stack, Text } from '@forge/react';
import type { ReactElement } from 'react';
import type { Refusal } from '../../forge/protocol.ts';
import { useWords } from '../words/words-context.ts';
import { Denied } from './denied.tsx';

/** What did not work, and what to do about it. */
export function Trouble({
  refusal,
  onAgain,
}: {
  readonly refusal: Refusal;
  readonly onAgain: () => void;
}): ReactElement {
  const { t, said } = useWords();
  const { code, says, remedy } = refusal;
  if (code === 'not-allowed') return <Denied />;
  const known = [says, remedy].map(said).filter((text, index) => text !== [says, remedy][index]);
  return (
    <SectionMessage appearance="error" title={t('trouble.title')}>
      <Stack space="space.100" alignInline="start">
        <Text>{t(`trouble.code.${code}`)}</Text>
        {known.map((text) => (
          <Text key={text}>{text}</Text>
        ))}
        <Text>{t(`trouble.remedy.${code}`)}</Text>
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
