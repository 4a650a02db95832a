import { List, ListItem, SectionMessage, Text } from '@forge/react';
import type { ReactElement } from 'react';
import type { AccountMode } from '../../forge/protocol.ts';
import { Page, Part } from '../frame/part.tsx';
import type { Key } from '../words/catalogs.ts';
import { useWords } from '../words/words-context.ts';
import { AccountModes } from './account-modes.tsx';
import { Effects, Remaining, Unreached } from './after.tsx';
import { Cannot } from './cannot.tsx';
import type { Confirming } from './confirm-form.tsx';
import { ConfirmForm } from './confirm-form.tsx';
import { CutMentions, LeftMentions } from './mentions.tsx';
import type { ReviewedState } from './review-parts.ts';
import { Summary } from './summary.tsx';

/** All that will happen, before anything happens, and the question whether it shall. */
export function ReviewScreen(
  props: Confirming & {
    /** Missing where nobody knows any more whom the review is about. */
    readonly onChoose?: (mode: AccountMode) => void;
  },
): ReactElement {
  const { onChoose, ...confirming } = props;
  const { person, sheet, modes, refusedIdentifiers } = confirming.reviewed;
  const { t } = useWords();
  return (
    <Page title={t('review.title', { person: person?.name ?? t('nobody') })}>
      {person !== undefined && person.addresses.length > 0 && <Text>{person.addresses.join(', ')}</Text>}
      <Text>{t('review.intro')}</Text>
      <Summary sheet={sheet} />
      <AccountModes modes={modes} {...(onChoose === undefined ? {} : { onChoose })} />
      <Cannot sheet={sheet} />
      <Remaining remains={sheet.remains} />
      <Unreached unreached={sheet.unreached} />
      <Effects sideEffects={sheet.sideEffects} />
      <LeftMentions sheet={sheet} />
      <CutMentions sheet={sheet} />
      <RefusedIdentifiers refused={refusedIdentifiers} />
      {sheet.totals.blanked === 0 ? <Nothing /> : <ConfirmForm {...confirming} />}
    </Page>
  );
}

function Nothing(): ReactElement {
  const { t } = useWords();
  return (
    <SectionMessage appearance="success" title={t('review.nothing')}>
      <Text>{t('review.nothingText')}</Text>
    </SectionMessage>
  );
}

const identifiers: Readonly<Record<string, Key>> = {
  addresses: 'identifier.addresses',
  phones: 'identifier.phones',
  logins: 'identifier.logins',
  externalIds: 'identifier.externalIds',
  postalAddresses: 'identifier.postalAddresses',
  names: 'identifier.names',
};

/** What of the person says too little to be looked for. Nothing where nothing does. */
function RefusedIdentifiers({
  refused,
}: {
  readonly refused: ReviewedState['refusedIdentifiers'];
}): ReactElement | null {
  const { t, said } = useWords();
  if (refused.length === 0) return null;
  return (
    <Part title={t('review.refused')}>
      <Text color="color.text.subtle">{t('review.refusedText')}</Text>
      <List type="unordered">
        {refused.map(({ kind, reason }, index) => {
          const name = identifiers[kind];
          return (
            <ListItem key={index}>
              <Text>{`${name === undefined ? kind : t(name)}: ${said(reason)}`}</Text>
            </ListItem>
          );
        })}
      </List>
    </Part>
  );
}
