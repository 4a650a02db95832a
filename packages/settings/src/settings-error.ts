/** What an administrator wrote cannot be used: what is wrong, where, and what to do about it. Holds no secret. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly remedy: string | undefined;

  constructor(says: string, remedy?: string) {
    super(says);
    this.remedy = remedy;
  }
}
