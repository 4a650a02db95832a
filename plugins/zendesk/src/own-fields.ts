/** User fields this product declares in requirements.json and writes itself: they hold nothing about the person. */

/** Of type `date`: the day on which a person was anonymized, for the badge. */
export const ANONYMIZED_AT = 'anonymized_at';

/** Of type `integer`: who is at work on a person, where the account has no records for that. */
export const LOCK_FIELD = 'anonymization_lock';

/** The keys of all of them. */
export const ownUserFields: readonly string[] = [ANONYMIZED_AT, LOCK_FIELD];
