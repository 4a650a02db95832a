import { Anchor, Skeleton, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { TableHead } from '../parts/table-head.tsx';
import { Section } from '../spots/section.tsx';
import { useWords } from '../words/words-provider.tsx';
import type { AskedPage } from './use-pages.ts';

/** Several people who were ticked in a host's list: how many can be anonymized, and why not the others. */
export function PageTable({ pages }: { readonly pages: readonly AskedPage[] }): ReactElement {
  const { t } = useWords('from');
  const asked = pages.filter(({ isPending }) => !isPending);
  const ready = asked.filter(({ found }) => found?.standing === 'ready').length;
  const says =
    asked.length < pages.length
      ? t('many.looking', { done: asked.length, all: pages.length })
      : t('many.says', { ready, left: pages.length - ready });
  return (
    <Section title={t('many.title', { count: pages.length })} says={t('many.each')}>
      <Text role="status">{says}</Text>
      <table className="cards">
        <TableHead columns={(['who', 'what', 'standing', 'way'] as const).map((column) => t(`many.${column}`))} />
        <tbody>
          {pages.map((page) => (
            <Row key={page.address} page={page} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Row({ page: { address, isPending, error, found } }: { readonly page: AskedPage }): ReactElement {
  const { t } = useWords('from');
  const because = error !== null ? t('many.failed') : t('nobody');
  const name = found?.person.name ?? new URL(address).pathname;
  return (
    <tr>
      <td data-label={t('many.who')} className="words">
        {isPending ? <Skeleton height={16} width={120} /> : name}
      </td>
      <td data-label={t('many.what')}>{found?.case?.label ?? '–'}</td>
      <td data-label={t('many.standing')}>
        {isPending ? null : found === undefined ? because : t(`standing.${found.standing}`)}
      </td>
      <td data-label={t('many.way')}>
        {found === undefined ? null : (
          <Anchor href={`#${encodeURIComponent(address)}`} aria-label={t('many.reviewOf', { name })}>
            {t('review.button')}
          </Anchor>
        )}
      </td>
    </tr>
  );
}
