import { isText } from '@lethe/core';
import type { Content, Reading, Spot } from '@lethe/core';

/** What a spot or a reading holds, in plain words, for comparison: `gone`, or its form and its texts. */
export function opened(content: Reading['content'] | undefined): unknown {
  if (content === undefined || content === 'gone') return content;
  return { form: content.form, texts: textsOf(content), ...(content.form === 'access' ? { open: content.open } : {}) };
}

/** The texts in a content, a list's one by one. */
export function textsOf(content: Content): readonly string[] {
  switch (content.form) {
    case 'plain':
    case 'html':
    case 'adf':
      return [content.text.reveal()];
    case 'list':
      return content.items.map((item) => item.reveal());
    case 'file':
      return [content.name.reveal(), content.description?.reveal() ?? ''];
    case 'access':
    case 'hidden':
      return [];
  }
}

/** The one text of a spot that holds text. */
export function textOf({ content }: Pick<Spot, 'content'>): string | undefined {
  return isText(content) ? content.text.reveal() : undefined;
}
