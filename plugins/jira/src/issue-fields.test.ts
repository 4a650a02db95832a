import { describe, expect, it } from '@jest/globals';
import { catalogOf } from './issue-fields.ts';
import type { FieldRow } from './schema.ts';

const system = 'com.atlassian.jira.plugin.system.customfieldtypes';
const desk = 'com.atlassian.servicedesk';
const row = (id: string, custom: string, [type, items]: readonly [string, string?]): FieldRow => ({
  ...{ id, custom: true },
  schema: { type, custom, ...(items === undefined ? {} : { items }) },
});

describe('fields of a site', () => {
  const catalog = catalogOf([
    { id: 'summary', custom: false, schema: { type: 'string' } },
    { id: 'reporter', custom: false, schema: { type: 'user' } },
    { id: 'issuekey' },
    row('customfield_1', `${system}:textfield`, ['string']),
    row('customfield_2', `${system}:textarea`, ['string']),
    row('customfield_3', 'ari:cloud:ecosystem::extension/an-app/text', ['string']),
    row('customfield_4', `${system}:float`, ['number']),
    row('customfield_5', `${system}:userpicker`, ['user']),
    row('customfield_6', `${desk}.approvals-plugin:approvers`, ['array', 'user']),
    row('customfield_7', `${desk}:approvers`, ['array', 'user']),
    row('customfield_8', `${desk}:sd-request-participants`, ['array', 'user']),
    row('customfield_9', `${desk}:sd-customer-organizations`, ['array', 'sd-customerorganization']),
    row('customfield_10', `${desk}:sd-request-language`, ['string']),
    row('customfield_11', `${system}:labels`, ['array', 'string']),
  ]);

  it('are told apart by their types, whatever they are called', () => {
    expect([...catalog.texts]).toEqual([
      ['customfield_1', 'line'],
      ['customfield_2', 'document'],
      ['customfield_3', 'line'],
    ]);
    expect([...catalog.pickers]).toEqual([
      ['customfield_5', 'one'],
      ['customfield_6', 'many'],
      ['customfield_7', 'many'],
    ]);
    expect(catalog).toMatchObject({ participants: 'customfield_8', organizations: 'customfield_9', worklogs: false });
  });

  it('that a site does not have are not there', () => {
    expect(Object.keys(catalogOf([{ id: 'worklog' }]))).toEqual(['texts', 'pickers', 'worklogs']);
    expect(catalogOf([{ id: 'worklog' }]).worklogs).toBe(true);
  });
});
