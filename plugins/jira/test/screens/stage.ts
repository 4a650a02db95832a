import { readFile } from 'node:fs/promises';
import { expect, jest } from '@jest/globals';
import type { ReactElement } from 'react';
import { z } from 'zod';
import type { Answer, FunctionName, Refusal, Values } from '../../src/forge/protocol.ts';
import type { Drawn } from './tree.ts';
import { happen, piecesOf, wordsIn } from './tree.ts';

/** Answers for the functions a page may ask; one that is missing is refused as down. */
export type Answers = {
  readonly [Name in FunctionName]?: (payload: Readonly<Record<string, unknown>>) => Answer<Values[Name]>;
};

/** Whom a page asks: made up, or the real resolver. */
export type Resolver = (name: string, payload: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** Where a page is shown. */
export interface Scene {
  readonly resolver: Resolver;
  readonly locale?: string;
  readonly extension?: Readonly<Record<string, unknown>>;
  /** Whose the timers are: the stage's, where they stand still until told to go on, or whoever's set the scene. */
  readonly timers?: 'stage' | 'scene';
}

/** What works. */
export function yes<Value>(value: Value): Answer<Value> {
  return { ok: true, value };
}

/** What does not. */
export function no(code: Refusal['code'], says = 'It is so.', remedy = 'Do something.'): Refusal {
  return { ok: false, code, says, remedy };
}

/** A resolver that gives these answers. */
export function answering(answers: Answers): Resolver {
  const known = new Map<string, (payload: Readonly<Record<string, unknown>>) => unknown>(Object.entries(answers));
  return async (name, payload) => known.get(name)?.(payload) ?? no('down');
}

/** One page, as somebody sees it who looks at it in Jira. */
export class Stage {
  readonly asked: { readonly name: string; readonly payload: Readonly<Record<string, unknown>> }[] = [];
  readonly #scene: Scene;
  #root: Drawn | undefined;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  readonly callBridge = async (command: string, told: Readonly<Record<string, unknown>>): Promise<unknown> => {
    if (command === 'reconcile') this.#take(told['forgeDoc']);
    if (command === 'getContext')
      return { locale: this.#scene.locale ?? 'en-US', extension: this.#scene.extension ?? {} };
    if (command !== 'invoke') return undefined;
    const { functionKey, payload } = invoked.parse(told);
    this.asked.push({ name: functionKey, payload });
    return this.#scene.resolver(functionKey, payload);
  };

  #take(root: unknown): void {
    if (!isDrawn(root)) return;
    if (this.#root === undefined && !roots.has(root)) this.#root = root;
    roots.add(root);
  }

  /** Every component of that type on the page. */
  all(type: string): readonly Drawn[] {
    return this.#root === undefined ? [] : piecesOf(this.#root, type);
  }

  /** All words on the page. */
  text(): string {
    return this.#root === undefined ? '' : wordsIn(this.#root);
  }

  /** Names of the functions that were asked, in order. */
  names(): readonly string[] {
    return this.asked.map(({ name }) => name);
  }

  /** The last question of that name. */
  payload(name: string): unknown {
    return this.asked.findLast((one) => one.name === name)?.payload;
  }

  /** The button with that text, if it is there and may be pressed. */
  button(label: string): Drawn | undefined {
    return [...this.all('Button'), ...this.all('LoadingButton')].find((one) => wordsIn(one) === label);
  }

  /** Presses the button with that text; one that sends a form sends it. */
  async press(label: string): Promise<void> {
    const button = this.button(label);
    if (button === undefined) throw new Error(`no button "${label}" in:\n${this.text()}`);
    if (button.props['isDisabled'] === true) throw new Error(`the button "${label}" cannot be pressed`);
    if (button.props['type'] === 'submit') return happen(this.#formOf(button), 'onSubmit');
    return happen(button, 'onClick');
  }

  #formOf(button: Drawn): Drawn {
    const form = this.all('Form').find((one) => piecesOf(one, button.type).includes(button));
    if (form === undefined) throw new Error('the button stands in no form');
    return form;
  }

  /** Types into, marks or chooses in the field of that name. */
  async enter(name: string, value: string | boolean): Promise<void> {
    const types = ['Textfield', 'TextArea', 'Checkbox', 'Toggle', 'RadioGroup'];
    const field = types.flatMap((type) => this.all(type)).find(({ props }) => props['name'] === name);
    if (field === undefined) throw new Error(`no field "${name}" in:\n${this.text()}`);
    const target = typeof value === 'string' ? { value } : { checked: value };
    await happen(field, 'onChange', { type: 'change', target });
    await turn();
  }

  /** Waits until the page shows what is looked for, by the real clock no longer than a test may take. */
  async shows(wanted: string | RegExp): Promise<string> {
    const begun = performance.now();
    while (performance.now() - begun < PATIENCE) {
      const text = this.text();
      if (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)) return text;
      await turn();
    }
    throw new Error(`"${String(wanted)}" never came:\n${this.text()}`);
  }

  /** Lets time pass, and what happens in it happen. */
  async pass(seconds: number): Promise<void> {
    await jest.advanceTimersByTimeAsync(seconds * 1000);
    for (let at = 0; at < 20; at += 1) await turn();
  }
}

/** Milliseconds. */
const PATIENCE = 20_000;

const invoked = z.object({ functionKey: z.string(), payload: z.record(z.string(), z.unknown()).default({}) });

function isDrawn(value: unknown): value is Drawn {
  return typeof value === 'object' && value !== null && 'type' in value && 'props' in value && 'children' in value;
}

/** What pages drew so far: each belongs to the stage it was first seen on. */
const roots = new Set<Drawn>();
/** Forge's bridge is taken hold of once, when it is imported: it leads to the newest stage. */
const bridge: { callBridge: Stage['callBridge'] } = { callBridge: async () => undefined };
const callBridge: Stage['callBridge'] = async (command, told) => bridge.callBridge(command, told);
Object.assign(globalThis, { self: globalThis, __bridge: { callBridge } });

/** A turn of the event loop: React draws in turns of its own. */
async function turn(): Promise<void> {
  await new Promise((next) => setImmediate(next));
}

/** Draws a page. Its time passes only when told to; Forge's texts come from the files of this repository. */
export async function staged(page: () => Promise<ReactElement>, scene: Scene): Promise<Stage> {
  return drawing(async () => {
    const { draw } = await import('../../src/screens/draw.tsx');
    draw(await page());
  }, scene);
}

/** Whatever is drawn, as somebody would see it in Jira. */
export async function drawing(draws: () => Promise<unknown>, scene: Scene): Promise<Stage> {
  if (scene.timers !== 'scene') onlyTimers();
  globalThis.fetch = fromLocales;
  const stage = new Stage(scene);
  bridge.callBridge = stage.callBridge;
  await draws();
  await stage.shows(/./u);
  return stage;
}

/** Timers stand still; what React draws with goes on. */
function onlyTimers(): void {
  jest.useFakeTimers({
    doNotFake: ['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'],
  });
}

const fetched = globalThis.fetch;
const locales = new URL('../../locales/', import.meta.url);

/** What Forge puts beside the app's bundle: https://developer.atlassian.com/platform/forge/manifest-reference/translations/ */
const fromLocales: typeof fetch = async (address, init) => {
  if (typeof address !== 'string' || !address.startsWith('./__LOCALES__/')) return fetched(address, init);
  const name = address.replace('./__LOCALES__/', '');
  if (name === 'i18n-info.json')
    return Response.json({
      config: { locales: ['en-US', 'de-DE', 'fr-FR', 'es-ES', 'sv-SE'], fallback: { default: 'en-US' } },
    });
  return new Response(await readFile(new URL(name, locales)));
};

/** The page shows what is looked for, now or soon. */
export async function expectShown(stage: Stage, wanted: string | RegExp): Promise<void> {
  const text = await stage.shows(wanted);
  if (typeof wanted === 'string') expect(text).toContain(wanted);
  else expect(text).toMatch(wanted);
}
