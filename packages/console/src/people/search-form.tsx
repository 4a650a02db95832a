import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { FormEvent, KeyboardEvent, ReactElement } from 'react';
import { useWords } from '../words/words-provider.tsx';
import { MOST, typedIn } from './typed.ts';
import type { Typed } from './typed.ts';

/** What the form is told, and tells. */
interface Searching {
  readonly busy: boolean;
  readonly onSearch: (typed: Typed) => void;
}

/** Where whom to look for is typed. Enter searches; with Shift it begins a line. */
export function SearchForm({ busy, onSearch }: Searching): ReactElement {
  const { t } = useWords('people');
  const [text, type] = useState('');
  const [wrong, say] = useState<string>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const typed = typedIn(text);
    const count = typed.asked.length;
    const tooMany = count > MOST ? t('search.tooMany', { count, most: MOST }) : undefined;
    const why = count === 0 ? t('search.empty') : tooMany;
    say(why);
    if (why === undefined && !busy) onSearch(typed);
  };
  return (
    <Stack component="form" gap="sm" onSubmit={submit}>
      <Textarea
        label={t('search.label')}
        description={t('search.hint', { most: MOST })}
        {...(wrong === undefined ? {} : { error: wrong })}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={submitOnEnter}
        {...{ autosize: true, minRows: 2, maxRows: 10, autoComplete: 'off', spellCheck: false }}
      />
      <Search busy={busy} />
    </Stack>
  );
}

function Search({ busy }: Pick<Searching, 'busy'>): ReactElement {
  const { t } = useWords('people');
  const terms = useWords('terms');
  return (
    <Group justify="space-between">
      <Button type="submit" loading={busy} leftSection={<IconSearch size={18} aria-hidden />}>
        {t('search.button')}
      </Button>
      <Text size="xs" c="dimmed" maw="32rem">
        {terms.t('privacy')}
      </Text>
    </Group>
  );
}

function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
