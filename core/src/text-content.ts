import type { Content, TextContent } from './host.ts';

/** Whether a spot holds a text, however it is written. */
export function isText(content: Content): content is TextContent {
  return content.form === 'plain' || content.form === 'html' || content.form === 'adf';
}
