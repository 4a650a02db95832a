import { Personal } from '@lethe/core';
import type { Message, Spot, SpotKind } from '@lethe/core';
import type { Column, Homes, Row } from '@lethe/inside';
import { messageOf } from './homes.ts';
import type { Mails } from './homes.ts';
import { abilityOf, spotIdIn } from './spots.ts';
import { copiesIn, envelopeIn } from '../form.ts';

/** The spots of one part of a mail: the words of its headers, who is in copy, its subject and text; or the file it is. */
export function mailRowSpots(row: Row, homes: Homes, mails: Mails): readonly Spot[] {
  const of = messageOf(row, homes, mails);
  const isFile = row.facts.file === 'true';
  // A file goes with its headers.
  if (isFile && row.mayRemove) return [fileSpot(row, of)];
  return row.columns.flatMap((column): readonly Spot[] => {
    if (column.name === 'Headers') return headerSpots(row, column, of);
    if (isFile && (column.name === 'Content' || column.name === 'Filename')) return [fileSpot(row, of)];
    return column.name === 'Content' ? [bodySpot(row, column, of)] : [textSpot(row, column, of)];
  });
}

/** What a comment or answer keeps besides its text is its subject; of a mail that was sent, what mail programs call it. */
export function messageDataSpot(row: Row, column: Column, of: Message): Spot {
  const kind: SpotKind = row.facts.type?.endsWith('EmailRecord') === true ? 'message.envelope' : 'message.subject';
  return { ...head(row, { of, kind, label: 'line' }, column.name), ...textIn(column), ...abilityOf(column) };
}

interface Named {
  readonly of: Message;
  readonly kind: SpotKind;
  readonly label: string;
}

function head(row: Row, { of, kind, label }: Named, column?: string): Pick<Spot, 'id' | 'kind' | 'label' | 'of'> {
  const where = row.links.ticket === undefined ? '' : ` on ticket ${row.links.ticket}`;
  return { id: spotIdIn(row, column), kind, label: `${label} ${row.id}${where}`, of };
}

function textIn({ text = Personal.blank }: Column): Pick<Spot, 'content'> {
  return { content: { form: 'plain', text } };
}

function textSpot(row: Row, column: Column, of: Message): Spot {
  const kind = column.name === 'Subject' ? 'message.subject' : 'message.envelope';
  return { ...head(row, { of, kind, label: 'part' }, column.name), ...textIn(column), ...abilityOf(column) };
}

function bodySpot(row: Row, column: Column, of: Message): Spot {
  const isHtml = row.facts.type === 'text/html';
  const named: Named = { of, kind: 'message.body', label: 'text' };
  const content =
    column.text === undefined
      ? ({ form: 'hidden' } as const)
      : ({ form: isHtml ? 'html' : 'plain', text: column.text } as const);
  return { ...head(row, named, isHtml ? 'Html' : 'Content'), content, ...abilityOf(column) };
}

function headerSpots(row: Row, column: Column, of: Message): readonly Spot[] {
  const { text: headers = Personal.blank } = column;
  const text = envelopeIn(headers);
  const items = copiesIn(headers);
  const envelope: Spot = {
    ...head(row, { of, kind: 'message.envelope', label: 'headers of part' }, 'Head'),
    content: { form: 'plain', text },
    ...abilityOf(column),
  };
  const copies: Spot = {
    ...head(row, { of, kind: 'message.copies', label: 'copies of part' }, 'Copies'),
    content: { form: 'list', items },
    ...abilityOf(column),
  };
  return [...(text.isBlank ? [] : [envelope]), ...(items.length === 0 ? [] : [copies])];
}

/** What is written in a file counts as its description: a text file may name somebody. */
function fileSpot(row: Row, of: Message): Spot {
  const column = (name: string): Column | undefined => row.columns.find((one) => one.name === name);
  const text = column('Content')?.text;
  const mayGo = row.mayRemove || row.columns.every(({ mayChange }) => mayChange);
  return {
    ...head(row, { of, kind: 'attachment', label: 'file' }, row.mayRemove ? undefined : 'File'),
    content: {
      form: 'file',
      name: column('Filename')?.text ?? Personal.blank,
      ...(text === undefined ? {} : { description: text }),
    },
    ...abilityOf({ name: '', text: undefined, mayChange: mayGo }),
  };
}
