/** A piece of the tree UI Kit hands to Jira. */
export interface Drawn {
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: readonly Drawn[];
}

/** All words below a piece, in the order of reading, texts of properties that are shown included. */
export function wordsIn({ type, props, children }: Drawn): string {
  if (type === 'String') return String(props['text']);
  const shown = ['title', 'label', 'header', 'value', 'text'].map((name) => props[name]);
  const own = shown.filter((value): value is string => typeof value === 'string' && value !== '');
  const between = ['Text', 'Button', 'LoadingButton', 'Link', 'Heading', 'Lozenge', 'Label'].includes(type) ? '' : '\n';
  return [...own, ...children.map(wordsIn)].join(between);
}

/** Every piece of that type, from the top. */
export function piecesOf(drawn: Drawn, type: string): readonly Drawn[] {
  const below = drawn.children.flatMap((child) => piecesOf(child, type));
  return drawn.type === type ? [drawn, ...below] : below;
}

/** Calls a handler among the properties of a piece. */
export async function happen({ props }: Drawn, handler: string, ...told: readonly unknown[]): Promise<void> {
  const call = props[handler];
  if (typeof call !== 'function') throw new Error(`nothing listens to ${handler}`);
  await Reflect.apply(call, undefined, told);
}
