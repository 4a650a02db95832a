import { Box, Button, Inline, List, ListItem, Lozenge, Stack, Text } from '@forge/react';
import type { ReactElement } from 'react';
import type { AccountMode, ModeCost } from '../../forge/protocol.ts';
import { Part } from '../frame/part.tsx';
import { useWords } from '../words/words-context.ts';

/** What becomes of the account: the treatments side by side, with what each does and leaves. Nothing for Atlassian accounts. */
export function AccountModes(props: {
  readonly modes: readonly ModeCost[];
  /** Missing where nobody knows any more whom the review is about. */
  readonly onChoose?: (mode: AccountMode) => void;
}): ReactElement | null {
  const { modes, onChoose } = props;
  const { t } = useWords();
  if (modes.length === 0) return null;
  return (
    <Part title={t('mode.title')}>
      <Inline space="space.200" shouldWrap alignBlock="stretch">
        {modes.map((cost) => (
          <Mode key={cost.mode} cost={cost} {...(onChoose === undefined ? {} : { onChoose })} />
        ))}
      </Inline>
    </Part>
  );
}

function Mode(props: { readonly cost: ModeCost; readonly onChoose?: (mode: AccountMode) => void }): ReactElement {
  const { cost, onChoose } = props;
  const { mode, chosen, effects, stays } = cost;
  const { t, said } = useWords();
  return (
    <Box
      padding="space.150"
      xcss={{ borderStyle: 'solid', borderWidth: 'border.width', borderColor: 'color.border', maxWidth: '360px' }}
    >
      <Stack space="space.100" alignInline="start">
        <Text weight="semibold">{t(`mode.${mode}`)}</Text>
        {chosen && <Lozenge appearance="inprogress">{t('mode.chosen')}</Lozenge>}
        <Text>{t(`mode.${mode}Text`)}</Text>
        <Sentences title={t('mode.effects')} sentences={effects} />
        <Sentences
          title={t('mode.stays')}
          sentences={stays.map(({ because, instead }) =>
            instead === undefined ? said(because) : `${said(because)} ${said(instead)}`,
          )}
        />
        {!chosen && onChoose !== undefined && (
          <Button spacing="compact" onClick={() => onChoose(mode)}>
            {t('mode.choose')}
          </Button>
        )}
      </Stack>
    </Box>
  );
}

function Sentences({
  title,
  sentences,
}: {
  readonly title: string;
  readonly sentences: readonly string[];
}): ReactElement {
  const { t, said } = useWords();
  return (
    <Stack space="space.050">
      <Text size="small" weight="semibold">
        {title}
      </Text>
      {sentences.length === 0 && <Text size="small">{t('mode.nothing')}</Text>}
      {sentences.length > 0 && (
        <List type="unordered">
          {sentences.map((sentence) => (
            <ListItem key={sentence}>
              <Text size="small">{said(sentence)}</Text>
            </ListItem>
          ))}
        </List>
      )}
    </Stack>
  );
}
