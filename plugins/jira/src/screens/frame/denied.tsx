import { Link, SectionMessage, Text } from '@forge/react';
import type { ReactElement } from 'react';
import { useWords } from '../words/words-context.ts';

const permissions = '/secure/admin/GlobalPermissions!default.jspa';

/** Whoever looks lacks the permission: what it is called, and where it is granted. */
export function Denied({ admin = false }: { readonly admin?: boolean }): ReactElement {
  const { t } = useWords();
  return (
    <SectionMessage appearance="warning" title={t('denied.title')}>
      <Text>{t(admin ? 'denied.admin' : 'denied.text')}</Text>
      {!admin && <Text>{t('denied.remedy')}</Text>}
    </SectionMessage>
  );
}

/** The way to where Jira's administrators grant the permission. */
export function PermissionsLink(): ReactElement {
  const { t } = useWords();
  return (
    <Text>
      <Link href={permissions} openNewTab>
        {t('denied.where')}
      </Link>
    </Text>
  );
}
