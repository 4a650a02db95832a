import { jest } from '@jest/globals';
import { createElement } from 'react';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { wordsFor } from '../words/words.ts';
import { AppFrame } from './frame/app-frame.tsx';

/** A screen as a browser is given it first, before anybody did anything: what it shows needs no click to see. */
export async function rendered(screen: ReactElement, locale = 'en'): Promise<string> {
  const words = await wordsFor(locale);
  const warned = jest.spyOn(console, 'error').mockImplementation(complain);
  try {
    return renderToStaticMarkup(createElement(AppFrame, { scheme: 'light', words, children: screen }));
  } finally {
    warned.mockRestore();
  }
}

/** Anything React has to say is a fault, but that Garden measures its fields, which a server cannot. */
function complain(warning: unknown): void {
  if (!String(warning).includes('useLayoutEffect does nothing on the server')) throw new TypeError(String(warning));
}

/** What is in sight: without what is folded away. */
export function inSight(html: string): string {
  return textOf(html.replace(/<summary.*?<\/summary>/gsu, '').replace(/<details.*?<\/details>/gsu, ''));
}

/** All text, whether folded away or not. */
export function textOf(html: string): string {
  const text = html.replace(/<[^>]*>/gu, ' ').replace(/\s+/gu, ' ');
  return text
    .replace(/&gt;/gu, '>')
    .replace(/&lt;/gu, '<')
    .replace(/&#x27;/gu, "'")
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, '&');
}

/** The levels of its headings, in order. */
export function headingLevels(html: string): readonly number[] {
  return [...html.matchAll(/<h([1-6])[ >]/gu)].map(([, level]) => Number(level));
}

/** Names of its buttons. */
export function buttonsIn(html: string): readonly string[] {
  return [...html.matchAll(/<button([^>]*)>(.*?)<\/button>/gsu)].map(
    ([, attributes = '', inside = '']) => /aria-label="([^"]*)"/u.exec(attributes)?.[1] ?? textOf(inside).trim(),
  );
}
