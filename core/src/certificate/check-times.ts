/** When what a run left is read again: how long after its end. */
export const checkTimes = ['15-minutes', '24-hours', '30-days'] as const;
/** One of the times above. */
export type CheckTime = (typeof checkTimes)[number];

const MINUTE = 60_000;

const milliseconds: Readonly<Record<CheckTime, number>> = {
  '15-minutes': 15 * MINUTE,
  '24-hours': 24 * 60 * MINUTE,
  '30-days': 30 * 24 * 60 * MINUTE,
};

/** The moment a check is due. */
export function checkDue(after: CheckTime, ended: Date): Date {
  return new Date(ended.getTime() + milliseconds[after]);
}
