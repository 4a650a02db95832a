import { ClientRequest, type Agent } from 'node:http';
import axios from 'axios';
import type { AxiosAdapter, InternalAxiosRequestConfig } from 'axios';
import type { Rests } from './resting.ts';

/**
 * Makes calls on connections that have not rested too long. A host may close one all the same while a call is on its way: a call that
 * reads is then made once more, on a new connection. One that may have changed something fails, as nobody can tell whether it arrived.
 */
export function onRestedConnections(adapter: AxiosAdapter, rests: Rests, agents: readonly Agent[]): AxiosAdapter {
  const make: AxiosAdapter = async (config) => {
    rests.closeOld(agents, { writes: !reads(config) });
    const answer = await adapter(config);
    rests.heed(answer.headers['keep-alive']);
    return answer;
  };
  return async (config) => {
    try {
      return await make(config);
    } catch (error) {
      if (!reads(config) || !wasClosedByHost(error)) throw error;
      rests.closeAll(agents);
      return make(config);
    }
  };
}

function reads({ method = 'get' }: InternalAxiosRequestConfig): boolean {
  return method.toLowerCase() === 'get';
}

/** Whether a connection that had served before broke without an answer. */
function wasClosedByHost(error: unknown): boolean {
  if (!axios.isAxiosError<unknown>(error) || error.response !== undefined) return false;
  const request: unknown = error.request;
  const broke = error.code === 'ECONNRESET' || error.code === 'EPIPE';
  return broke && request instanceof ClientRequest && request.reusedSocket;
}
