import { Button, Group } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWords } from '../words/words-provider.tsx';

/** What a list that comes page by page tells of its next one. */
interface Paged {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

/** The way to the next page of a list; nothing where there is none. */
export function More({ list }: { readonly list: Paged }): ReactElement | null {
  const { t } = useWords('terms');
  if (!list.hasNextPage) return null;
  return (
    <Group justify="center">
      <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {t('more')}
      </Button>
    </Group>
  );
}
