import { Box, Button, Inline, Lozenge, Stack, Text } from '@forge/react';
import type { ReactElement } from 'react';
import type { PersonShown } from '../../forge/protocol.ts';
import type { Beginning } from '../flow/use-flow.ts';
import { useWords } from '../words/words-context.ts';

/** A person with name and address, and what may be done: look at what they left, or see the run that is under way. */
export function PersonCard(props: {
  readonly person: PersonShown;
  readonly onBegin: (beginning: Beginning) => void;
}): ReactElement {
  const { person, onBegin } = props;
  const { ref, openRun, anonymizedAt } = person;
  const { t } = useWords();
  return (
    <Box padding="space.150" xcss={{ borderStyle: 'solid', borderWidth: 'border.width', borderColor: 'color.border' }}>
      <Stack space="space.100" alignInline="start">
        <Who person={person} />
        {openRun === undefined ? (
          <Button
            appearance={anonymizedAt === undefined ? 'primary' : 'default'}
            onClick={() => onBegin({ with: 'person', wish: { ref } })}
          >
            {t(anonymizedAt === undefined ? 'person.anonymize' : 'person.again')}
          </Button>
        ) : (
          <>
            <Text>{t('person.runOpen')}</Text>
            <Button appearance="primary" onClick={() => onBegin({ with: 'run', run: openRun })}>
              {t('person.showRun')}
            </Button>
          </>
        )}
      </Stack>
    </Box>
  );
}

function Who({ person }: { readonly person: PersonShown }): ReactElement {
  const { name, addresses, kind, active, self, anonymizedAt } = person;
  const { t, day } = useWords();
  return (
    <Stack space="space.050" alignInline="start">
      <Text weight="semibold">{name}</Text>
      <Text color="color.text.subtle">{addresses.length === 0 ? t('person.noAddress') : addresses.join(', ')}</Text>
      <Inline space="space.050" shouldWrap>
        <Lozenge>{t(`personKind.${kind}`)}</Lozenge>
        {self && <Lozenge appearance="moved">{t('person.self')}</Lozenge>}
        {!active && <Lozenge appearance="removed">{t('person.inactive')}</Lozenge>}
        {anonymizedAt !== undefined && (
          <Lozenge appearance="success">{t('person.anonymizedOn', { date: day(anonymizedAt) })}</Lozenge>
        )}
      </Inline>
    </Stack>
  );
}
