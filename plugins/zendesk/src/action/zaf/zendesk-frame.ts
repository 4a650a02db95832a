import type { PersonId } from '@lethe/core';
import { personIdOf, userNumberOf } from '../../ids.ts';
import type { Shown } from '../view/place.ts';
import { modalUrl } from '../view/place.ts';
import type { ZafPage } from './zaf-page.ts';
import { recordIn, idIn } from './zaf-values.ts';

/** Somebody the page of Zendesk is about. */
export interface SidePerson {
  readonly person: PersonId;
  readonly as: 'user' | 'requester' | 'copied';
}

/** What the screens want of the page of Zendesk around them. */
export interface ZendeskFrame {
  /** Whom the page is about: the user, or the requester of the ticket and everybody on its CC list. */
  people(): Promise<readonly SidePerson[]>;
  /** Calls the listener whenever that may have changed, or the page comes to the front again. */
  onChange(listener: () => void): void;
  /** Opens a modal that shows a person or a run; the listener hears when it is closed. */
  openModal(shown: Shown, onClosed: () => void): Promise<void>;
  /** Closes the modal this page is. */
  closeModal(): void;
  /** Shows a user's profile in Zendesk. */
  showUser(person: PersonId): void;
  /** Makes a panel as high as what is in it. */
  resize(height: number): void;
}

const MODAL_SIZE = { width: '900px', height: '85vh' };
const changes = ['app.activated', 'user.changed', 'ticket.requester.id.changed', 'ticket.collaborators.changed'];

/** The page of Zendesk, through the client of its app framework. */
export function zendeskFrame(client: ZafPage): ZendeskFrame {
  const asked = (name: string, ...args: readonly unknown[]): void => {
    client.invoke(name, ...args).then(undefined, () => undefined);
  };
  return {
    people: () => peopleOf(client),
    onChange: (listener) => {
      for (const event of changes) client.on(event, () => listener());
    },
    openModal: async (shown, onClosed) => {
      const opened = await client.invoke('instances.create', {
        location: 'modal',
        url: modalUrl(shown),
        size: MODAL_SIZE,
      });
      const guid = instanceIn(opened);
      if (guid !== undefined) client.instance(guid).on('modal.close', onClosed);
    },
    closeModal: () => asked('destroy'),
    showUser: (person) => asked('routeTo', 'user', Number(userNumberOf(person))),
    resize: (height) => asked('resize', { width: '100%', height: `${height}px` }),
  };
}

async function peopleOf(client: ZafPage): Promise<readonly SidePerson[]> {
  const values = await client.get(['user.id', 'ticket.requester', 'ticket.collaborators']);
  const user = idIn({ id: values['user.id'] });
  if (user !== undefined) return [{ person: personIdOf(user), as: 'user' }];
  const collaborators = values['ticket.collaborators'];
  const requester = idIn(values['ticket.requester']);
  const copied = Array.isArray(collaborators) ? collaborators.map(idIn) : [];
  return [
    ...(requester === undefined ? [] : [{ person: personIdOf(requester), as: 'requester' as const }]),
    ...[...new Set(copied)].flatMap((id) =>
      id === undefined || id === requester ? [] : [{ person: personIdOf(id), as: 'copied' as const }],
    ),
  ];
}

function instanceIn(opened: Readonly<Record<string, unknown>>): string | undefined {
  const instances = opened['instances.create'];
  const [first] = Array.isArray(instances) ? instances.map(recordIn) : [];
  const guid = first?.['instanceGuid'];
  return typeof guid === 'string' ? guid : undefined;
}
