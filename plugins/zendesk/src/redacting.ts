import { HostError } from '@lethe/core';
import type { Receipt } from '@lethe/core';
import { auditsOf, commentsOf } from './api.ts';
import { redactChat, redactChatFiles, redactComment } from './api-write.ts';
import { ifThere } from './ask.ts';
import { chatLinesIn } from './chat.ts';
import type { ChatLine } from './chat.ts';
import { addressOf, isEdited, isRedactedFile, markedBody, markedText } from './form.ts';
import { receipts } from './placed.ts';
import type { PlacedStep, Writing } from './placed.ts';
import type { Redactable } from './remembered.ts';

/** Redacts one comment and files of it in one call. What is gone or redacted already counts as done. */
export async function redact(writing: Writing, steps: readonly PlacedStep[]): Promise<readonly Receipt[]> {
  const remembered = commentIn(writing, steps) ?? (await readAgain(writing, steps));
  if (remembered === undefined) return receipts(steps, 'absent');
  try {
    return await sent(writing, steps, remembered);
  } catch (error) {
    if (!(error instanceof HostError) || error.code !== 'rejected') throw error;
    return redactAsItIs(writing, steps, { remembered, error });
  }
}

/** The comment may have changed since it was read: then what was to be cut is stale, and what was to go goes as it is now. */
async function redactAsItIs(
  writing: Writing,
  steps: readonly PlacedStep[],
  { remembered, error }: { readonly remembered: Redactable; readonly error: HostError },
): Promise<readonly Receipt[]> {
  const now = await readAgain(writing, steps);
  if (now === undefined) return receipts(steps, 'absent');
  if (steps.some(({ step }) => isEdited(step, now.html))) return receipts(steps, 'stale');
  const same = now.html.equals(remembered.html) && now.files.length === remembered.files.length;
  const moved = now.files.some(({ content_url }, at) => remembered.files[at]?.content_url.equals(content_url) !== true);
  if (same && !moved) throw error;
  return sent(writing, steps, now);
}

async function sent(writing: Writing, steps: readonly PlacedStep[], comment: Redactable): Promise<readonly Receipt[]> {
  const body = steps.find(({ place }) => place.part === 'body');
  const html_body = body === undefined ? undefined : markedBody(body.step, comment.html);
  const files = steps.flatMap(({ place }) => fileOf(comment, place.which));
  const first = steps[0]?.place;
  if (first?.comment === undefined || (html_body === undefined && files.length === 0)) return receipts(steps, 'absent');
  await redactComment(writing.line, first.comment, {
    ticket_id: first.key,
    ...(html_body === undefined ? {} : { html_body }),
    ...(files.length === 0 ? {} : { external_attachment_urls: files }),
  });
  return receipts(steps, 'done');
}

/** Where a file is, if it is there and not yet redacted. */
function fileOf({ files }: Redactable, which: string): readonly string[] {
  const found = files.filter(({ id, file_name }) => String(id) === which && !isRedactedFile(file_name));
  return found.map(({ content_url }) => addressOf(content_url));
}

function commentIn({ remembered }: Writing, steps: readonly PlacedStep[]): Redactable | undefined {
  const comment = steps[0]?.place.comment;
  return comment === undefined ? undefined : remembered.comment(comment);
}

async function readAgain(writing: Writing, steps: readonly PlacedStep[]): Promise<Redactable | undefined> {
  const { key = 0, comment } = steps[0]?.place ?? {};
  const page = await ifThere(commentsOf(writing.line, key));
  writing.remembered.take(key, page?.rows ?? []);
  return page?.rows.some(({ id }) => id === comment) === true ? commentIn(writing, steps) : undefined;
}

/** Redacts one line of a chat: its text goes back with marks around what goes. */
export async function redactLine(writing: Writing, steps: readonly PlacedStep[]): Promise<readonly Receipt[]> {
  const [one] = steps;
  const line = one === undefined ? undefined : await lineOf(writing, one);
  const text = one === undefined || line === undefined ? undefined : markedText(one.step, line.entry.message);
  if (one === undefined || line === undefined || text === undefined) return receipts(steps, 'absent');
  const { chat_index, message_id } = line.entry;
  const at = message_id === undefined ? { chat_index } : { message_id };
  await redactChat(writing.line, one.place.key, { chat_id: line.chat, ...at, text });
  return receipts(steps, 'done');
}

/** Redacts files of one chat in one call. */
export async function redactFiles(writing: Writing, steps: readonly PlacedStep[]): Promise<readonly Receipt[]> {
  const found: ChatLine[] = [];
  for (const one of steps) found.push(...[await lineOf(writing, one)].filter((line) => line !== undefined));
  const [first] = found;
  const { key = 0 } = steps[0]?.place ?? {};
  if (first === undefined) return receipts(steps, 'absent');
  const ids = found.flatMap(({ entry }) => entry.message_id ?? []);
  const indexes = found.flatMap(({ entry }) => entry.chat_index ?? []);
  const which = ids.length === found.length ? { message_ids: ids } : { chat_indexes: indexes };
  await redactChatFiles(writing.line, key, { chat_id: first.chat, ...which });
  return receipts(steps, 'done');
}

async function lineOf({ line, remembered }: Writing, { place }: PlacedStep): Promise<ChatLine | undefined> {
  const known = remembered.chatLine(place.key, place.which);
  if (known !== undefined) return known;
  remembered.takeChat(place.key, chatLinesIn((await ifThere(auditsOf(line, place.key))) ?? []));
  return remembered.chatLine(place.key, place.which);
}
