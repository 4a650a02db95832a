import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunRecord } from '@lethe/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { App } from '../http/routes.ts';
import { signedIn } from '../sign-in/session-routes.ts';
import { Sessions } from '../session/sessions.ts';
import { RunShown, seenRun } from '../work/running.ts';
import { shownProgress } from './run-shape.ts';
import { API, byId } from './shapes.ts';
import type { Work } from './work.ts';

/** What a run is at when nothing more will happen to it by itself. */
const over: ReadonlySet<RunRecord['state']> = new Set(['done', 'done-with-gaps', 'superseded', 'called-off']);

/** A run's progress as server-sent events: each is the whole of where it stands, so that none has to be caught up on. */
export function eventRoutes(app: App, work: Work): void {
  const sessions = new Sessions(work.ground);
  const schema = {
    ...{ summary: 'A run’s progress as it goes on (text/event-stream)', tags: ['runs'], params: byId },
    response: { 200: z.string().describe('Events named `run`, with a RunStanding each.') },
  };
  app.get(`${API}/runs/:id/events`, { config: { needs: 'preview', stream: true }, schema }, async (request, reply) => {
    const { run } = await seenRun(work, signedIn(request.operator), request.params.id);
    const stream = new Stream(request, run);
    const endWatching = work.watching.watch(run.id, (standing) => {
      stream.show(standing);
    });
    const isOpen = async (): Promise<boolean> => sessions.isOpen(request);
    const endHeart = heartbeat(work, stream, isOpen);
    reply.raw.once('close', () => {
      endWatching();
      endHeart();
      stream.end();
    });
    return sent(reply, stream);
  });
}

function sent(reply: FastifyReply, stream: Stream): FastifyReply {
  return reply.type('text/event-stream; charset=utf-8').header('x-accel-buffering', 'no').send(stream.body);
}

/** Ends the stream as soon as whoever watches is signed out: on any doubt too. Answers how to end the beating. */
function heartbeat({ pulse }: Work, stream: Stream, isOpen: () => Promise<boolean>): () => void {
  const beating = { on: true };
  const beat = async (): Promise<void> => {
    while (beating.on) {
      await pause(pulse.heartbeat, undefined, { ref: false });
      if (await isOpen().catch(() => false)) stream.comment();
      else break;
    }
    stream.end();
  };
  void beat();
  return () => {
    beating.on = false;
  };
}

/** What one browser is sent about one run. */
class Stream {
  readonly body = new PassThrough();
  readonly #shown: RunShown;
  #last: string | undefined;

  constructor(request: FastifyRequest, run: RunRecord) {
    this.#shown = new RunShown(run);
    const known = request.headers['last-event-id'];
    this.#last = typeof known === 'string' ? known : undefined;
    this.comment();
  }

  /** Sends where the run is, unless that was the last thing sent: after a broken connection too. */
  show(standing: Parameters<RunShown['at']>[0]): void {
    const data = JSON.stringify(shownProgress(this.#shown.at(standing)));
    // Of where it stands, not of share and time left, which a stream tells from what it has seen; and of one that is over, that it is:
    // how far it was may still be noted a moment later.
    const { run, state } = standing;
    const told = over.has(state) ? { run, state } : { ...standing, progress: { ...standing.progress, notedAt: 0 } };
    const id = createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 16);
    if (id !== this.#last) this.#write(`id: ${id}\nevent: run\ndata: ${data}\n\n`);
    this.#last = id;
    if (over.has(standing.state)) this.end();
  }

  comment(): void {
    this.#write(': still here\n\n');
  }

  end(): void {
    if (!this.body.writableEnded) this.body.end();
  }

  /** A browser that reads nothing is let go rather than remembered for. */
  #write(text: string): void {
    if (this.body.writableEnded || this.body.destroyed) return;
    if (this.body.writableLength > 64 * 1024) this.end();
    else this.body.write(text);
  }
}
