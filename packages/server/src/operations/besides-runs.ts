import { certificateRound } from '../certificate/certify.ts';
import { laterCheckRound } from '../certificate/later-check.ts';
import type { Nightly } from '../durable/worker-options.ts';
import type { ServerGround } from '../ground.ts';
import { lookRound, watchNight } from '../watch/watch-night.ts';
import { noticeRounds } from '../notices/telling.ts';
import type { Desks } from '../work/desk.ts';
import { expireRequests } from '../work/waiting.ts';
import type { Round } from './rounds.ts';

/** What is done besides runs, by workers: on a server's ground, with its desks. */
export interface BesidesGround {
  readonly ground: ServerGround;
  readonly desks: Desks;
}

/** What is done once every night, by one worker of all. */
export function nightlyWork(place: BesidesGround): readonly Nightly[] {
  return [watchNight(place, place.ground.settings.server.timeZone)];
}

/** What every worker's process does again and again. */
export function roundsOf(place: BesidesGround): readonly Round[] {
  const { timeZone } = place.ground.settings.server;
  const requests: Round = {
    ...{ name: 'requests', everyMilliseconds: 60_000 },
    turn: async () => expireRequests({ ...place, timeZone }),
  };
  return [lookRound(place), requests, ...noticeRounds(place.ground), certificateRound(place), laterCheckRound(place)];
}
