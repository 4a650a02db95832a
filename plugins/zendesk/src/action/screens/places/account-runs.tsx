import { useCallback } from 'react';
import type { ReactElement } from 'react';
import type { AppDesk } from '../../desk/app-desk.ts';
import { shownAgent, shownId } from '../../view/person-view.ts';
import { useWords } from '../../words/words-context.ts';
import { CountTable } from '../frame/count-table.tsx';
import { Quiet, Text } from '../frame/layout.ts';
import { Part } from '../frame/part.tsx';
import { Starting } from './gate.tsx';
import { TroubleAlert } from './trouble-alert.tsx';
import { useLoaded } from './use-loaded.ts';

/** Whom any agent of the account anonymized, and when: ids and states, for all agents to see. */
export function AccountRuns({ desk }: { readonly desk: AppDesk }): ReactElement {
  const { t, moment } = useWords();
  const [loaded, again] = useLoaded(useCallback(() => desk.account.runs(), [desk]));
  if (loaded.at === 'loading') return <Starting />;
  if (loaded.at === 'failed') return <TroubleAlert error={loaded.error} onAgain={again} />;
  const rows = loaded.value.map(({ person, agent, state, startedAt, endedAt }) => [
    shownId(person),
    shownAgent(agent),
    moment(endedAt ?? startedAt),
    t(`runs.ended.${state}`),
  ]);
  return (
    <Part title={t('nav.accountTitle')}>
      <Quiet>{t('nav.accountText')}</Quiet>
      {rows.length === 0 ? (
        <Text>{t('nav.accountNone')}</Text>
      ) : (
        <CountTable
          caption={t('nav.accountTitle')}
          head={[t('report.user'), t('nav.agent'), t('nav.when'), t('nav.state')]}
          rows={rows}
          numbers={[]}
        />
      )}
    </Part>
  );
}
