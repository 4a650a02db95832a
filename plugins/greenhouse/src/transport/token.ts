import { HostError } from '@lethe/core';
import type { Clock } from '@lethe/core';
import { headersIn, jsonIn, networkFailure } from '@lethe/http';
import { within } from '@lethe/http/node';
import type { AxiosInstance } from 'axios';
import { z } from 'zod';
import { failureOf } from '../failure.ts';

/** How to get a token. */
export interface Credential {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The number of the user the calls are made as. */
  readonly user: string;
}

const what = 'give a token';
/** Tokens are renewed before they run out, as a clock may be off. */
const EARLY = 60_000;
/** Documented for partners; taken where an answer does not say. */
const USUAL = 3_600_000;

const tokenSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive().optional(),
  expires: z.string().optional(),
  expires_at: z.string().optional(),
});

/** Keeps a token and gets a new one in time. Of calls that need one at once, one asks for it. */
export class Token {
  readonly #http: AxiosInstance;
  readonly #credential: Credential;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #milliseconds: number;
  #held: { readonly text: string; readonly until: number } | undefined;
  #asked: Promise<string> | undefined;

  constructor(
    http: AxiosInstance,
    credential: Credential,
    around: { clock: Pick<Clock, 'now'>; milliseconds: number },
  ) {
    this.#http = http;
    this.#credential = credential;
    this.#clock = around.clock;
    this.#milliseconds = around.milliseconds;
  }

  /** A token that is good for now. Throws `HostError`. */
  async get(): Promise<string> {
    const held = this.#held;
    if (held !== undefined && held.until > this.#now) return held.text;
    this.#asked ??= this.#ask().finally(() => {
      this.#asked = undefined;
    });
    return this.#asked;
  }

  /** Greenhouse refused it: it is not used again. */
  drop(refused: string): void {
    if (this.#held?.text === refused) this.#held = undefined;
  }

  async #ask(): Promise<string> {
    const { clientId, clientSecret, user } = this.#credential;
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
    const { status, headers, data } = await this.#sent(basic, { grant_type: 'client_credentials', sub: user });
    if (status < 200 || status > 299) throw this.#refusal(status, headersIn(headers));
    const parsed = tokenSchema.safeParse(jsonIn(data));
    if (!parsed.success)
      throw new HostError(
        'unreadable',
        'What Greenhouse gave instead of a token is none: check the address for tokens.',
      );
    this.#held = { text: parsed.data.access_token, until: this.#endOf(parsed.data) - EARLY };
    return parsed.data.access_token;
  }

  async #sent(
    basic: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<{ status: number; headers: object; data: unknown }> {
    try {
      return await this.#http.request<unknown>({
        method: 'POST',
        ...within(this.#milliseconds),
        headers: { Authorization: `Basic ${basic}`, 'Content-Type': 'application/x-www-form-urlencoded' },
        data: new URLSearchParams(fields).toString(),
      });
    } catch (error) {
      throw networkFailure('Greenhouse', error, what);
    }
  }

  /** Whoever is not known, or whose secret is wrong, is told so with 400, 401 or 403: all of it means to sign in anew. */
  #refusal(status: number, headers: Readonly<Record<string, string>>): HostError {
    if (![400, 401, 403].includes(status))
      return failureOf({ status, headers, json: undefined }, what, this.#clock.now());
    return new HostError(
      'signed-out',
      'Greenhouse gave no token for this client: check its id, its secret and the number of its user, who has to be active.',
    );
  }

  #endOf({ expires_in, expires, expires_at }: z.output<typeof tokenSchema>): number {
    if (expires_in !== undefined) return this.#now + expires_in * 1000;
    const said = Date.parse(expires_at ?? expires ?? '');
    return Number.isNaN(said) ? this.#now + USUAL : said;
  }

  get #now(): number {
    return this.#clock.now().getTime();
  }
}
