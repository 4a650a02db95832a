import { describe, expect, it } from '@jest/globals';
import { endpoints } from './endpoints.ts';
import { methodOf, pathOf } from './http-port.ts';

describe('a call', () => {
  it.each(endpoints)('has the method and the path of its endpoint: %s', (endpoint) => {
    const params = { issue: '1', comment: '2', worklog: '3', attachment: '4', task: '5', job: '6', account: '7' };
    expect(`${methodOf({ endpoint })} ${pathOf({ endpoint, params })}`).toBe(
      endpoint.replaceAll(/\{(\w+)\}/g, (_gap, name: keyof typeof params) => params[name]),
    );
  });

  it('cannot leave the path of its endpoint by what is put into it', () => {
    const endpoint = 'GET /jsm/csm/api/v1/customer/{account}';
    expect(pathOf({ endpoint, params: { account: 'qm:a/../b?c#d %' } })).toBe(
      '/jsm/csm/api/v1/customer/qm%3Aa%2F..%2Fb%3Fc%23d%20%25',
    );
  });

  it.each([undefined, {}, { account: '' }])('is not made with a gap left open: %j', (params) => {
    const call = { endpoint: 'GET /jsm/csm/api/v1/customer/{account}', ...(params && { params }) } as const;
    expect(() => pathOf(call)).toThrow('left open');
  });
});
