import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '../../words/words-context.ts';
import { List, Stack } from './layout.ts';

const AT_ONCE = 50;

/** Where something is, by label; a long list comes a part at a time. */
export function PlaceList({ labels }: { readonly labels: readonly string[] }): ReactElement {
  const { t, said } = useWords();
  const [shown, show] = useState(AT_ONCE);
  const more = Math.min(AT_ONCE, labels.length - shown);
  return (
    <Stack $gap={8}>
      <List>
        {labels.slice(0, shown).map((label, index) => (
          <li key={index}>{said(label)}</li>
        ))}
      </List>
      {more > 0 && (
        <div>
          <Button isLink onClick={() => show(shown + AT_ONCE)}>
            {t('review.more', { count: more })}
          </Button>
        </div>
      )}
    </Stack>
  );
}
