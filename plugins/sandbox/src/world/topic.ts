/**
 * What tickets of a category are about. The lists belong together: the second answer answers the second opening. Slots: `{given} {name} {company} {city} {phone} {address}` of the requester,
 * `{agent}` the agent's given name, `{other} {otherAddress} {otherPhone}` somebody else, `{order} {room} {device}` things.
 */
export interface Topic {
  readonly category: string;
  readonly titles: readonly string[];
  readonly openings: readonly string[];
  readonly answers: readonly string[];
  readonly followUps: readonly string[];
  readonly notes: readonly string[];
}

/** Words of a language around the topics. */
export interface Phrases {
  readonly greetings: readonly string[];
  /** How the desk greets back. */
  readonly answering: readonly string[];
  readonly closings: readonly string[];
  readonly thanks: readonly string[];
  readonly wrote: string;
  readonly phone: string;
  readonly autoReply: string;
  /** Customers about somebody else. */
  readonly mentions: readonly string[];
  /** Agents about somebody else, among themselves. */
  readonly noteMentions: readonly string[];
  /** What is said when the talk goes on and on. */
  readonly laterAnswers: readonly string[];
  readonly laterFollowUps: readonly string[];
  readonly laterNotes: readonly string[];
  /** The desk's last word. */
  readonly farewells: readonly string[];
  readonly devices: readonly string[];
}

/** A language's phrases and topics. */
export interface Texts {
  readonly phrases: Phrases;
  readonly topics: readonly Topic[];
}

/** What stands in the slots. */
export type Slots = Readonly<Record<string, string>>;

/** A sentence with its slots filled. Throws `RangeError` for a slot that nothing is known for: a typing error in a text. */
export function filled(sentence: string, slots: Slots): string {
  return sentence.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const text = slots[slot];
    if (text === undefined) throw new RangeError(`A text of the sandbox has the unknown slot ${slot}.`);
    return text;
  });
}
