import { forbidden, invalid, isObject, notFound, textsIn } from './answer.ts';
import type { Lever } from './lever.ts';
import { shownTo } from './reading-routes.ts';
import type { Contact, Form, Opportunity, Phone } from './records.ts';
import type { Route } from './route.ts';
import type { Rows } from './rows.ts';
import { blankShape, contactShape } from './shapes.ts';

/** Calls that change something. What they answer about an opportunity has blank names, whatever it holds. */
export function writingRoutes(lever: Lever): readonly Route[] {
  return [
    {
      method: 'PUT',
      path: /^\/contacts\/([\w-]+)$/,
      answer: ({ body }, [id = '']) => {
        if (lever.contacts.find(id) === undefined) throw notFound();
        const contact = lever.contacts.update(id, changesIn(lever, body));
        return { data: { ...contactShape(contact), name: '', emails: [], phones: [] } };
      },
    },
    ...listChanges(lever),
    changing(lever, 'stage', (body) => ({ stage: wordIn(body, 'stage') })),
    changing(lever, 'archived', (body) => ({
      archived: { reason: wordIn(body, 'reason'), archivedAt: lever.milliseconds() },
    })),
    {
      method: 'DELETE',
      path: /^\/opportunities\/([\w-]+)\/files\/([\w-]+)$/,
      answer: ({ key, query }, [id, file = '']) => {
        const found = lever.files.find(file);
        if (found === undefined || found.opportunity !== shownTo(lever, key, id).id) throw notFound();
        if (lever.behaviour.filesNeedUser && query.get('perform_as') === null) throw invalid();
        if (!lever.behaviour.filesCanGo) throw forbidden();
        lever.files.delete(file);
      },
    },
    marking(lever, 'notes', lever.notes),
    marking(lever, 'feedback', lever.feedback),
  ];
}

/** Deletions that only mark, so that the text stays. Of feedback only what came in by the API. */
function marking(lever: Lever, name: 'notes' | 'feedback', rows: Rows<Form>): Route {
  return {
    method: 'DELETE',
    path: new RegExp(`^/opportunities/([\\w-]+)/${name}/([\\w-]+)$`),
    answer: ({ key }, [id, one = '']) => {
      const row = rows.find(one);
      if (row === undefined || row.opportunity !== shownTo(lever, key, id).id) throw notFound();
      if (name === 'feedback' && !row.byApi) throw forbidden();
      rows.update(one, { deletedAt: row.deletedAt ?? lever.milliseconds() });
    },
  };
}

/** Links are the contact's; tags and sources are the opportunity's. */
function listChanges(lever: Lever): readonly Route[] {
  return (['Links', 'Tags', 'Sources'] as const).flatMap((what) =>
    (['add', 'remove'] as const).map((how): Route => {
      const key = lower(what);
      return {
        method: 'POST',
        path: new RegExp(`^/opportunities/([\\w-]+)/${how}${what}$`),
        answer: (request, [id]) => {
          const opportunity = shownTo(lever, request.key, id);
          const some = textsIn(request.body, key);
          const after = (now: readonly string[]): readonly string[] =>
            how === 'add' ? [...new Set([...now, ...some])] : now.filter((one) => !some.includes(one));
          if (key === 'links') {
            const contact = lever.contacts.get(opportunity.contact);
            lever.contacts.update(contact.id, { links: after(contact.links) });
          } else lever.opportunities.update(opportunity.id, { [key]: after(opportunity[key]) });
          return { data: blankShape(lever, lever.opportunities.get(opportunity.id)) };
        },
      };
    }),
  );
}

function lower(what: 'Links' | 'Tags' | 'Sources'): 'links' | 'tags' | 'sources' {
  return what === 'Links' ? 'links' : what === 'Tags' ? 'tags' : 'sources';
}

function changing(lever: Lever, name: string, changes: (body: unknown) => Partial<Opportunity>): Route {
  return {
    method: 'PUT',
    path: new RegExp(`^/opportunities/([\\w-]+)/${name}$`),
    answer: ({ key, body }, [id]) => {
      const { id: found } = shownTo(lever, key, id);
      return { data: blankShape(lever, lever.opportunities.update(found, changes(body))) };
    },
  };
}

function wordIn(body: unknown, key: string): string {
  const value = isObject(body) ? body[key] : undefined;
  if (typeof value !== 'string') throw invalid();
  return value;
}

/** What is left out stays as it is. */
function changesIn(lever: Lever, body: unknown): Partial<Contact> {
  if (!isObject(body)) throw invalid();
  const known = ['name', 'headline', 'emails', 'phones', 'location'];
  if (Object.keys(body).some((key) => !known.includes(key) || lever.behaviour.fixed.includes(key))) throw invalid();
  return {
    ...('name' in body ? { name: wordIn(body, 'name') } : {}),
    ...('headline' in body ? { headline: wordIn(body, 'headline') } : {}),
    ...('emails' in body ? { emails: textsIn(body, 'emails') } : {}),
    ...('phones' in body ? { phones: phonesIn(body['phones']) } : {}),
    ...('location' in body ? { location: { name: wordIn(body['location'], 'name') } } : {}),
  };
}

function phonesIn(value: unknown): readonly Phone[] {
  if (!Array.isArray(value)) throw invalid();
  return value.map((one: unknown) => ({ type: 'mobile', value: wordIn(one, 'value') }));
}
