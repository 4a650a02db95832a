/** Where `lethe` runs: a terminal and an environment, or what a test puts in their place. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** For results. */
  readonly out: Stream;
  /** For everything else. */
  readonly err: Stream;
  /** Asks a person to type something; missing where nobody is there. */
  readonly ask?: (question: string) => Promise<string>;
  /** Opens an address in the browser of whoever sits at the terminal; missing where nobody does. */
  readonly open?: (address: string) => void;
  /** Tells when somebody pressed Ctrl-C; answers how to ask whether they did. */
  watchInterrupts(tell: (text: string) => void): () => boolean;
}

/** Something to write to. */
export interface Stream {
  write(text: string): unknown;
}
