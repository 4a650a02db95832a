import { Link, List, ListItem, Stack, Text } from '@forge/react';
import type { ReactElement } from 'react';
import type { LaterLook, ReportShown } from '../../forge/protocol.ts';
import { Part } from '../frame/part.tsx';
import { PlaceList } from '../frame/place-list.tsx';
import type { Words } from '../words/words.ts';
import { useWords } from '../words/words-context.ts';

/** Searches that show the reader the issues in question. Nothing where there are none. */
export function Links({ links }: Pick<ReportShown, 'links'>): ReactElement | null {
  const { t } = useWords();
  if (links.length === 0) return null;
  return (
    <Part title={t('report.links')}>
      <List type="unordered">
        {links.map(({ what, href, count }) => (
          <ListItem key={what}>
            <Text>
              <Link href={href} openNewTab>
                {count === undefined
                  ? t(`report.link.${what}`)
                  : t('report.linkCount', { what: t(`report.link.${what}`), count })}
              </Link>
            </Text>
          </ListItem>
        ))}
      </List>
    </Part>
  );
}

/** What was seen when it was looked at again, and when that is due. */
export function LaterLooks({ later }: Pick<ReportShown, 'later'>): ReactElement | null {
  const words = useWords();
  if (later.length === 0) return null;
  return (
    <Part title={words.t('report.looks')}>
      {later.map((look) => (
        <Stack key={look.after} space="space.050">
          <Text>{lookIn(words, look)}</Text>
          {look.seen !== undefined && look.seen.notClean.length > 0 && <PlaceList places={look.seen.notClean} />}
          {look.seen !== undefined && look.seen.unchecked > 0 && (
            <Text color="color.text.subtle">{words.t('report.unchecked', { count: look.seen.unchecked })}</Text>
          )}
        </Stack>
      ))}
    </Part>
  );
}

const outcomes = ['clean', 'already-clean', 'still-there', 'waiting', 'unprovable', 'refused', 'stale'] as const;

function lookIn({ t, moment, number }: Words, { after, at, seen }: LaterLook): string {
  const when = t(`report.after.${after}`);
  if (seen === undefined) return `${when}: ${t('report.due', { time: moment(at) })}`;
  const counts = outcomes.flatMap((outcome) => {
    const count = seen.counts[outcome] ?? 0;
    return count === 0 ? [] : [`${t(`end.${outcome}`)} (${number(count)})`];
  });
  return `${when}, ${t('report.seen', { time: moment(at) })}: ${counts.join(', ')}`;
}
