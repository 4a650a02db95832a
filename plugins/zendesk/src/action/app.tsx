import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { AppDesk } from './desk/app-desk.ts';
import { Page } from './screens/frame/layout.ts';
import { Gate } from './screens/places/gate.tsx';
import { ModalPage } from './screens/places/modal-page.tsx';
import { NavPage } from './screens/places/nav-page.tsx';
import { SidebarPage } from './screens/places/sidebar-page.tsx';
import type { Place } from './view/place.ts';
import type { ZendeskFrame } from './zaf/zendesk-frame.ts';

/** What the app shows, and with what. */
export interface Showing {
  readonly place: Place;
  readonly desk: AppDesk;
  readonly frame: ZendeskFrame;
}

/** The page for the place in Zendesk it was loaded in. */
export function App({ place, desk, frame }: Showing): ReactElement {
  return (
    <Page>
      <Fitting place={place} frame={frame}>
        <PlacePage place={place} desk={desk} frame={frame} />
      </Fitting>
    </Page>
  );
}

/** A modal asks for rights as its review begins; what is there without a review asks first. */
function PlacePage({ place, desk, frame }: Showing): ReactNode {
  if (place.at === 'modal' && place.shown !== undefined)
    return <ModalPage desk={desk} frame={frame} shown={place.shown} />;
  const isPanel = place.at === 'user' || place.at === 'ticket';
  return (
    <Gate desk={desk}>
      {isPanel ? <SidebarPage desk={desk} frame={frame} /> : <NavPage desk={desk} frame={frame} />}
    </Gate>
  );
}

const LEAST_HEIGHT = 80;
const PADDING = 24;

/** Tells Zendesk how high the panel is, whenever that changes. */
function Fitting(props: {
  readonly place: Place;
  readonly frame: ZendeskFrame;
  readonly children: ReactNode;
}): ReactElement {
  const { place, frame, children } = props;
  const isPanel = place.at === 'user' || place.at === 'ticket';
  const inside = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = inside.current;
    if (element === null || !isPanel) return;
    const observer = new ResizeObserver(() =>
      frame.resize(Math.max(LEAST_HEIGHT, Math.ceil(element.getBoundingClientRect().height) + PADDING)),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame, isPanel]);
  return <div ref={inside}>{children}</div>;
}
