import type { WeakIdentifier } from '@lethe/core';
import { Alert } from '@zendeskgarden/react-notifications';
import type { ReactElement } from 'react';
import type { At } from '../../view/flow-states.ts';
import { shownId } from '../../view/person-view.ts';
import { useWords } from '../../words/words-context.ts';
import { List, Quiet, Stack, Text } from '../frame/layout.ts';
import { Part } from '../frame/part.tsx';
import { ScreenHeading } from '../frame/screen-heading.tsx';
import { EffectsList, RemainsList } from './after.tsx';
import { CannotList } from './cannot.tsx';
import { ConfirmForm } from './confirm-form.tsx';
import { CutMentions, LeftMentions } from './mentions.tsx';
import { Summary } from './summary.tsx';

/** All that will happen, before anything happens, and the question whether it shall. */
export function ReviewScreen(props: {
  readonly reviewed: At<'reviewed'>;
  readonly onConfirm: (typed: string) => void;
}): ReactElement {
  const { reviewed, onConfirm } = props;
  const { record, sheet, refusedIdentifiers } = reviewed;
  const { t } = useWords();
  return (
    <Stack>
      <ScreenHeading>{t('review.title', { person: shownId(record.person) })}</ScreenHeading>
      <Text>{t('review.intro')}</Text>
      <Summary sheet={sheet} />
      <Part title={t('review.cannot')}>
        {sheet.gaps.length > 0 && <Quiet>{t('review.cannotText')}</Quiet>}
        <CannotList gaps={sheet.gaps} />
      </Part>
      <Part title={t('review.remains')}>
        <RemainsList remains={sheet.remains} unreached={sheet.unreached} />
      </Part>
      <Part title={t('review.effects')}>
        <EffectsList sideEffects={sheet.sideEffects} />
      </Part>
      <LeftMentions sheet={sheet} />
      <CutMentions sheet={sheet} />
      <Refused refused={refusedIdentifiers} />
      {sheet.totals.blanked === 0 ? <Nothing /> : <ConfirmForm reviewed={reviewed} onConfirm={onConfirm} />}
    </Stack>
  );
}

function Nothing(): ReactElement {
  const { t } = useWords();
  return (
    <Alert type="success" role="note">
      <Alert.Title>{t('review.nothing')}</Alert.Title>
      {t('review.nothingText')}
    </Alert>
  );
}

function Refused({ refused }: { readonly refused: readonly WeakIdentifier[] }): ReactElement | null {
  const { t, said } = useWords();
  if (refused.length === 0) return null;
  return (
    <Part title={t('review.refused')}>
      <Quiet>{t('review.refusedText')}</Quiet>
      <List>
        {refused.map(({ kind, entry, reason }, index) => (
          <li key={index}>
            {`${t('review.refusedLine', { kind: t(`identifier.${kind}`), entry: entry + 1 })}: ${said(reason)}`}
          </li>
        ))}
      </List>
    </Part>
  );
}
