import { createContext, useContext } from 'react';
import { Api } from './api.ts';

/** The API the pages below ask; `App` hands it down. */
export const ApiContext = createContext<Api | undefined>(undefined);

/** The client of the API: `answered(useApi().GET('/api/v1/hosts'))`. */
export function useApi(): Api['client'] {
  return useWholeApi().client;
}

/** The API with what its session needs. */
export function useWholeApi(): Api {
  const api = useContext(ApiContext);
  if (api === undefined) throw new ReferenceError('The console hands its API down.');
  return api;
}
