import { Anchor, Text } from '@mantine/core';
import type { LedgerEntry } from '@lethe/core';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { TableHead } from '../parts/table-head.tsx';
import { useWho } from '../spots/use-who.ts';
import { useWords } from '../words/words-provider.tsx';

/** Entries of the ledger, on a phone as cards. */
export function EntryTable({ entries }: { readonly entries: readonly LedgerEntry[] }): ReactElement {
  const { t } = useWords('ledger');
  if (entries.length === 0) return <Text c="dimmed">{t('none')}</Text>;
  const head = (['seq', 'at', 'what', 'who', 'about', 'counts'] as const).map((name) => t(`column.${name}`));
  return (
    <table className="cards ledger">
      <TableHead columns={head} />
      <tbody>
        {entries.map((entry) => (
          <Row key={`${entry.chain ?? ''} ${String(entry.seq)}`} entry={entry} head={head} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ entry, head }: { readonly entry: LedgerEntry; readonly head: readonly string[] }): ReactElement {
  const { number, moment, sayOr } = useWords('ledger');
  const terms = useWords('terms');
  const who = useWho();
  const { seq, at, fact } = entry;
  const state = fact.state === undefined ? '' : ` (${terms.t(`state.${fact.state}`)})`;
  return (
    <tr>
      <td data-label={head[0]}>{number(seq)}</td>
      <td data-label={head[1]}>{moment(at)}</td>
      <td data-label={head[2]}>{`${sayOr('ledger', `what.${fact.what}`, fact.what)}${state}`}</td>
      <td data-label={head[3]}>{fact.actor === undefined ? '–' : who(fact.actor)}</td>
      <td data-label={head[4]}>
        <About entry={entry} />
      </td>
      <td data-label={head[5]}>
        <Counts counts={fact.counts ?? {}} />
      </td>
    </tr>
  );
}

function About({ entry: { fact, hash } }: { readonly entry: LedgerEntry }): ReactElement {
  const { t } = useWords('ledger');
  return (
    <div>
      {fact.host === undefined ? null : <div>{fact.host}</div>}
      {fact.run === undefined ? null : (
        <Anchor component={Link} href={`/runs/${fact.run}`} size="sm" aria-label={t('run', { run: fact.run })}>
          {t('run', { run: fact.run.slice(0, 8) })}
        </Anchor>
      )}
      <Text size="xs" c="dimmed" ff="monospace" title={hash}>
        {hash.slice(0, 12)}
      </Text>
    </div>
  );
}

function Counts({ counts }: { readonly counts: Readonly<Partial<Record<string, number>>> }): ReactElement {
  const { t } = useWords('ledger');
  const nameOf = useCountName();
  const lines = Object.entries(counts).flatMap(([name, count]) =>
    count === undefined || count === 0 ? [] : [t('count', { name: nameOf(name), count })],
  );
  return <Text size="sm">{lines.length === 0 ? '–' : lines.join(', ')}</Text>;
}

function useCountName(): (name: string) => string {
  const { sayOr } = useWords('terms');
  return (name) =>
    sayOr('ledger', `part.${name}`, sayOr('terms', `outcome.${name}`, sayOr('terms', `kind.${name}`, name)));
}
