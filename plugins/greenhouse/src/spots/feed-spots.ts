import type { Ability, Channel, Spot } from '@lethe/core';
import { feedText, leftOut } from '../abilities.ts';
import type { Field } from '../fields/field.ts';
import type { CandidateRecord, FeedItem, FeedKind } from '../record.ts';
import { besideSpot, fieldSpot, hidden, list, messageIn, plain } from './view.ts';
import type { View } from './view.ts';

type FeedField = Extract<Field, FeedKind>;

/** What of the feed a field covers, and what it is: rules may say what becomes of notes. */
const channels: Readonly<Record<FeedField, Channel>> = {
  notes: 'note',
  rejection_notes: 'note',
  emails: 'mail',
  activity_items: 'unknown',
  innotes: 'note',
  inmails: 'chat',
  touchpoints: 'mail',
  follow_up_reminders: 'note',
};
const feedFields: readonly FeedField[] = [
  ...(['notes', 'rejection_notes', 'emails', 'activity_items', 'innotes', 'inmails', 'touchpoints'] as const),
  'follow_up_reminders',
];

/**
 * The activity feed: what the preset takes, a spot for each field, as all of it goes at once; everything else entry by entry. What
 * this version of the API does not show is there for all anybody knows.
 */
export function feedSpots(view: View): readonly Spot[] {
  const { fields, record, harvest } = view;
  const entries = entriesOf(record);
  const spots = feedFields.flatMap((field): readonly Spot[] => {
    const items = entries.filter(({ kind }) => kind === field).map(({ text }) => text);
    const channel = channels[field];
    // Reminders are only told by what they leave in the feed.
    const isUnseen = !harvest.showsInFeed.has(field) || (field === 'follow_up_reminders' && items.length === 0);
    if (isUnseen) return [fieldSpot(view, { field, content: hidden, channel })];
    return fields.has(field) && items.length > 0 ? [fieldSpot(view, { field, content: list(items), channel })] : [];
  });
  const others = entries.filter(({ kind }) => !isField(kind) || !fields.has(kind));
  return [...spots, ...others.flatMap((item) => itemSpot(view, item, abilityOf(view, item)))];
}

/** Entries with those that belong to a rejection told apart. */
export function entriesOf({ feed, rejections }: CandidateRecord): readonly FeedItem[] {
  const notes = new Set(rejections.map(({ note }) => note));
  return feed.map((item) =>
    item.kind === 'notes' && notes.has(item.id) ? { ...item, kind: 'rejection_notes' } : item,
  );
}

/** One entry, as a message about the candidate. */
export function itemSpot(view: View, item: FeedItem, ability: Ability): readonly Spot[] {
  const { id, kind, text, application, user, at } = item;
  if (text.isBlank) return [];
  const channel = kind === 'feedback' ? 'feedback' : isField(kind) ? channels[kind] : 'note';
  const of = messageIn(view, { part: 'feed', which: id, channel, application, user, at });
  const label = `entry ${id} of the activity feed`;
  return [
    besideSpot(view, {
      ...{ part: 'feed_item', which: id, kind: 'message.body', label, content: plain(text) },
      ...{ of, ability, own: false },
    }),
  ];
}

function abilityOf({ options }: View, { kind }: FeedItem): Ability {
  return isField(kind) ? leftOut(kind, options.preset) : feedText;
}

function isField(kind: FeedKind): kind is FeedField {
  return kind !== 'feedback' && kind !== 'other';
}
