import { Pagination, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '../words/words-provider.tsx';
import { placesWith } from './places-with.ts';
import { useSaid } from './use-said.ts';

/** So many places are shown at a time; more would slow every browser down. */
const AT_ONCE = 100;

/** Places by their labels, a page of them at a time, to be narrowed down. */
export function PlaceList({ labels }: { readonly labels: readonly string[] }): ReactElement {
  const { t } = useWords('review');
  const said = useSaid();
  const [typed, type] = useState('');
  const [page, turn] = useState(1);
  const found = placesWith(labels.map(said), typed);
  const narrow = (text: string): void => {
    type(text);
    turn(1);
  };
  const pages = Math.ceil(found.length / AT_ONCE);
  return (
    <Stack gap="xs">
      {labels.length <= AT_ONCE ? null : (
        <TextInput
          size="xs"
          label={t('places.filter')}
          value={typed}
          onChange={(event) => narrow(event.currentTarget.value)}
        />
      )}
      <ul className="places">
        {found.slice((page - 1) * AT_ONCE, page * AT_ONCE).map((label, index) => (
          <li key={index}>{label}</li>
        ))}
      </ul>
      {pages <= 1 ? null : <Pagination size="sm" total={pages} value={page} onChange={turn} />}
    </Stack>
  );
}
