/** Reasons the work with people and runs is refused for, in the server's words. */
export const workRefusals = {
  busy: {
    status: 503,
    message: 'Too much is being looked up at the moment.',
    remedy: 'Wait until some of it has ended, then try again.',
  },
  'confirmation-wrong': {
    status: 422,
    message: 'What was typed is not the phrase of this plan.',
    remedy: 'Type the phrase the plan shows.',
  },
  'plan-outdated': {
    status: 409,
    message: 'This plan was used, or is not the newest one of this person any more.',
    remedy: 'Review the person again and confirm that plan.',
  },
  'reviewer-only': {
    status: 403,
    message: 'Only whoever reviewed a plan may ask for its run.',
    remedy: 'Review the person yourself, or approve the request of whoever did.',
  },
  'second-person': {
    status: 403,
    message: 'Whoever asked for a run cannot approve it.',
    remedy: 'Have somebody else with the right to approve look at it.',
  },
  'approval-closed': {
    status: 409,
    message: 'This request is not open any more.',
    remedy: 'Look at it again; where it is over, review the person again.',
  },
  'operator-cap': {
    status: 429,
    message: 'You have asked for as many runs as one operator may ask for in a night.',
    remedy: 'Go on after noon, or have an administrator raise the cap.',
  },
  'night-cap': {
    status: 429,
    message: 'As many runs were asked for as there may be in a night.',
    remedy: 'Go on after noon, or have an administrator raise the cap.',
  },
  held: {
    status: 403,
    message: 'You asked for many runs in a short time and are held.',
    remedy: 'An administrator can let you go on.',
  },
  'runs-forbidden': {
    status: 409,
    message: 'The kill switch is thrown: no run may begin.',
    remedy: 'An administrator can release it.',
  },
  'not-queued': {
    status: 503,
    message: 'The run is approved, but it could not be queued.',
    remedy: 'Approve the same plan once more: it is counted only once.',
  },
  'run-closed': {
    status: 409,
    message: 'The run is not in a state in which this can be done.',
    remedy: 'Look at the run again.',
  },
  'no-mails': {
    status: 409,
    message: 'This installation sends no mails.',
    remedy: 'An administrator can name a mail server in `server.mail`.',
  },
  'no-address': { status: 409, message: 'No address of yours is known.', remedy: 'Write one and save it first.' },
  'address-elsewhere': {
    status: 422,
    message: 'Mails may not go to that domain.',
    remedy: 'Use an address of one of the domains in `server.mail.domains`.',
  },
  'return-decided': {
    status: 409,
    message: 'Somebody decided about this already.',
    remedy: 'Look at it again.',
  },
  'no-certificate': {
    status: 409,
    message: 'There is no such certificate of this run.',
    remedy: 'It is issued within seconds once a run has ended as done. A run that stopped or was given up has none.',
  },
  'receipt-made': {
    status: 409,
    message: 'The receipt of this run was made already, or the run was given up.',
    remedy: 'It was shown once, to whoever asked for it; nobody can show it again.',
  },
  'settings-file': {
    status: 409,
    message: 'This host stands in the settings file.',
    remedy: 'Change it there; those that were added here are changed here.',
  },
  'host-keys': {
    status: 422,
    message: 'A key this host is opened with is missing.',
    remedy: 'Give every variable that its settings name, anew where its address changes.',
  },
} as const;
