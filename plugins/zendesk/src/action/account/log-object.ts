/**
 * The account's custom object for locks and finished runs, as requirements.json declares it. All agents who may
 * anonymize need the rights to view, add, edit and delete its records.
 * https://developer.zendesk.com/api-reference/custom-data/custom-objects/custom_object_records/
 */
export const LOG_OBJECT = 'lethe_anonymization';

/** Its fields, all of type `text` except `counts` (`textarea`). None ever holds personal data. */
export const logFields = [
  /** `lock`, `run`, or `clock` for a moment. */
  'kind',
  /** Id of the run. */
  'run',
  /** Zendesk's id of the person. */
  'person',
  /** Zendesk's id of the agent. */
  'agent',
  /** With a lock: when its agent last showed to be at work, ISO 8601. */
  'heartbeat_at',
  'started_at',
  'ended_at',
  /** `running`, `stopped`, `done`, `done-with-gaps`, `superseded`, `called-off`. */
  'state',
  /** SHA-256 of the approved plan. */
  'digest',
  /** Steps by outcome, and gaps, as JSON. */
  'counts',
  /** Position in the agent's ledger: number, colon, hash. */
  'ledger',
] as const;
export type LogField = (typeof logFields)[number];
