import { AppFrame, type Surroundings } from './app-frame.ts';
import { recordOf } from './messages.ts';
import { Modals } from './modals.ts';
import type { Standing } from './standing.ts';

declare global {
  interface Window {
    readonly standing: Standing;
  }
}

const { standing } = window;
const modals = new Modals();
const frames: AppFrame[] = [];

const around: Surroundings = {
  standing,
  invoke(frame, action, args) {
    switch (action) {
      case 'instances.create':
        return [{ instanceGuid: open(frame, recordOf(args[0])).guid }];
      case 'destroy':
        modals.close();
        return undefined;
      case 'resize':
        resize(frame, recordOf(args[0]));
        return undefined;
      case 'notify':
        note(String(args[0]));
        return undefined;
      case 'routeTo':
        routeTo(String(args[0]), String(args[1]));
        return undefined;
      default:
        return undefined;
    }
  },
  trigger: (guid, event, message) => frames.find((frame) => frame.guid === guid)?.tell(event, message),
};

function open(opener: AppFrame, { url, size }: Readonly<Record<string, unknown>>): AppFrame {
  const frame = new AppFrame(around, 'modal', String(url));
  frames.push(frame);
  modals.open(frame, recordOf(size), () => opener.tell('modal.close', {}, frame.guid));
  return frame;
}

function resize({ element, location }: AppFrame, { width, height }: Readonly<Record<string, unknown>>): void {
  if (typeof height === 'string' && location !== 'nav_bar') element.style.height = height;
  if (typeof width === 'string' && location === 'modal') element.style.width = width;
}

function note(html: string): void {
  const toast = document.createElement('p');
  toast.className = 'toast';
  toast.role = 'status';
  toast.innerHTML = html;
  document.body.append(toast);
}

function routeTo(kind: string, id: string): void {
  const path = kind === 'ticket' ? `tickets/${id}` : `users/${id}`;
  location.assign(`/agent/${path}`);
}

const first = new AppFrame(around, standing.location, 'assets/iframe.html');
frames.push(first);
document.querySelector('#app')?.append(first.element);
