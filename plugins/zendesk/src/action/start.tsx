import type { ReactElement } from 'react';
import type { Root } from 'react-dom/client';
import { App } from './app.tsx';
import type { AppDesk } from './desk/app-desk.ts';
import { deskFor } from './desk/desk-for.ts';
import { AppFrame } from './screens/frame/app-frame.tsx';
import type { Scheme } from './screens/frame/app-frame.tsx';
import { Page } from './screens/frame/layout.ts';
import { Starting } from './screens/places/gate.tsx';
import { StartTrouble } from './screens/places/start-trouble.tsx';
import { placeOf } from './view/place.ts';
import type { Place } from './view/place.ts';
import { confirmationWordFor } from './words/confirmation-word.ts';
import type { Words } from './words/words.ts';
import { wordsFor } from './words/words.ts';
import type { ZafPage } from './zaf/zaf-page.ts';
import { textIn } from './zaf/zaf-values.ts';
import { zendeskFrame } from './zaf/zendesk-frame.ts';
import type { ZendeskFrame } from './zaf/zendesk-frame.ts';

/** The page the app is shown in. */
export interface Surface {
  readonly root: Pick<Root, 'render'>;
  readonly page: Pick<Document, 'documentElement'>;
  /** The part of its address after the `#`. */
  readonly hash: string;
}

/** What is shown, and how. */
interface Shown {
  readonly words: Words;
  readonly scheme: Scheme;
  readonly place: Place;
  readonly frame: ZendeskFrame;
  readonly desk: AppDesk | Failed | 'on its way';
  readonly again: () => void;
}

/** The desk could not be opened. */
interface Failed {
  readonly failed: unknown;
}

/** Shows the app for the place it was loaded in, in the agent's language and colors. */
export async function start(client: ZafPage, surface: Surface): Promise<void> {
  const [context, agent] = await Promise.all([client.context(), client.get(['currentUser.locale', 'colorScheme'])]);
  const words = await wordsFor(textIn(agent, 'currentUser.locale'));
  surface.page.documentElement.lang = words.language;
  const first: Shown = {
    words,
    scheme: schemeIn(agent['colorScheme']),
    place: placeOf(context.location, surface.hash),
    frame: zendeskFrame(client),
    desk: 'on its way',
    again: () => undefined,
  };
  const show = showing(surface, first);
  client.on('colorScheme.changed', (scheme) => show({ scheme: schemeIn(scheme) }));
  const open = async (): Promise<void> => {
    show({ desk: 'on its way' });
    show({ desk: await deskFor(client, { confirmation: confirmationWordFor }).catch(failure) });
  };
  show({ again: () => void open() });
  await open();
}

function failure(error: unknown): Failed {
  return { failed: error };
}

/** Shows what there is, and each change of it. */
function showing({ root }: Surface, first: Shown): (changes: Partial<Shown>) => void {
  const shown = { now: first };
  return (changes) => {
    shown.now = { ...shown.now, ...changes };
    const { scheme, words } = shown.now;
    root.render(
      <AppFrame scheme={scheme} words={words}>
        <Content {...shown.now} />
      </AppFrame>,
    );
  };
}

function Content({ place, frame, desk, again }: Shown): ReactElement {
  if (desk !== 'on its way' && !('failed' in desk)) return <App place={place} desk={desk} frame={frame} />;
  return <Page>{desk === 'on its way' ? <Starting /> : <StartTrouble error={desk.failed} onAgain={again} />}</Page>;
}

/** What the framework says is not documented yet: everything but a clear `dark` is light. */
function schemeIn(value: unknown): Scheme {
  return value === 'dark' ? 'dark' : 'light';
}
