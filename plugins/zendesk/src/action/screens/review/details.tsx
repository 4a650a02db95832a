import { Accordion } from '@zendeskgarden/react-accordions';
import type { ReviewSheet, SheetRow } from '@lethe/review';
import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import type { DetailGroup } from '@lethe/review/shown';
import { detailGroups } from '@lethe/review/shown';
import type { Words } from '../../words/words.ts';
import { useWords } from '../../words/words-context.ts';
import { Quiet, Stack, Text } from '../frame/layout.ts';
import { PlaceList } from '../frame/place-list.tsx';

const Counts = styled(Quiet).attrs({ as: 'span' })`
  font-weight: 400;
`;

/** Each kind, to be opened: every place by label, and what becomes of it. */
export function Details({ sheet }: { readonly sheet: ReviewSheet }): ReactElement {
  return (
    <Accordion level={3} isCompact isBare isExpandable isCollapsible isAnimated={false} defaultExpandedSections={[]}>
      {sheet.rows.map((row) => (
        <KindSection key={row.kind} row={row} />
      ))}
    </Accordion>
  );
}

function KindSection({ row }: { readonly row: SheetRow }): ReactElement {
  const words = useWords();
  return (
    <Accordion.Section>
      <Accordion.Header>
        <Accordion.Label>
          {words.t(`kind.${row.kind}`)}
          <Counts> {countsIn(words, row)}</Counts>
        </Accordion.Label>
      </Accordion.Header>
      <Accordion.Panel>
        <Stack $gap={12}>
          {detailGroups(row).map((group, index) => (
            <Group key={index} group={group} />
          ))}
        </Stack>
      </Accordion.Panel>
    </Accordion.Section>
  );
}

/** How many there are of each, where there are any. */
function countsIn({ t }: Words, row: SheetRow): string {
  const counts = (['blanked', 'kept', 'cannot'] as const).filter((what) => row[what] > 0);
  return counts.map((what) => t(`counts.${what}`, { count: row[what] })).join(', ');
}

function Group({ group }: { readonly group: DetailGroup }): ReactElement {
  const words = useWords();
  return (
    <div>
      <Text>
        <strong>{`${words.t(`what.${group.what}`)} (${words.number(group.count)})`}</strong>
        {reasonOf(group, words)}
      </Text>
      {group.labels.length > 0 && <PlaceList labels={group.labels} />}
    </div>
  );
}

function reasonOf({ verb, why, because }: DetailGroup, { t, said }: Words): string {
  if (verb !== undefined) return `: ${t(`verb.${verb}`)}`;
  if (why !== undefined) return `: ${t(`kept.${why}`)}`;
  return because === undefined ? '' : `: ${said(because)}`;
}
