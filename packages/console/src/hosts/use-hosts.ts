import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { answered, done } from '../api/api.ts';
import { useApi } from '../api/api-context.ts';
import type { components } from '../api/schema.ts';
import { HOSTS } from '../spots/use-hosts.ts';
import type { ListedHost } from '../spots/use-hosts.ts';

/** Whether a host can be used now, and what it can never do. */
export type Preflight = components['schemas']['Preflight'];
/** A kind of host, and what has to be written about one. */
export type HostKind = components['schemas']['HostKind'];

/** A host as somebody writes it. */
export interface WrittenHost {
  readonly kind: string;
  readonly settings: Record<string, unknown>;
  readonly keys: Record<string, string>;
}

/** The same with the name it is given. */
export interface AddedHost extends WrittenHost {
  readonly name: string;
}

/** One host with its settings. */
export function useHost(name: string): UseQueryResult<ListedHost> {
  const api = useApi();
  const params = { path: { name } };
  return useQuery({
    queryKey: ['host', name],
    queryFn: async () => answered(api.GET('/api/v1/hosts/{name}', { params })),
  });
}

/** Asks a host whether it can be used now. */
export function usePreflight(name: string): UseQueryResult<Preflight> {
  const api = useApi();
  const params = { path: { name } };
  return useQuery({
    queryKey: ['preflight', name],
    queryFn: async () => answered(api.POST('/api/v1/hosts/{name}/preflight', { params })),
    staleTime: 60_000,
  });
}

/** Every kind of host that can be added. */
export function useHostKinds(): UseQueryResult<readonly HostKind[]> {
  const api = useApi();
  return useQuery({
    queryKey: ['host-kinds'],
    queryFn: async () => (await answered(api.GET('/api/v1/host-kinds'))).kinds,
    staleTime: Infinity,
  });
}

/** A preflight of a host that was not added yet. */
export function useCheck(): UseMutationResult<Preflight, Error, WrittenHost> {
  const api = useApi();
  return useMutation({ mutationFn: async (body: WrittenHost) => answered(api.POST('/api/v1/host-checks', { body })) });
}

/** Adds a host; its keys are sealed and never shown again. */
export function useAddHost(then: (name: string) => void): UseMutationResult<string, Error, AddedHost> {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: AddedHost) => {
      await answered(api.POST('/api/v1/hosts', { body }));
      return body.name;
    },
    onSuccess: async (name) => {
      await queries.invalidateQueries({ queryKey: HOSTS });
      then(name);
    },
  });
}

/** Takes a host away; its keys are destroyed. */
export function useRemoveHost(name: string, then: () => void): UseMutationResult<void, Error, void> {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => done(api.DELETE('/api/v1/hosts/{name}', { params: { path: { name } } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: HOSTS });
      then();
    },
  });
}
