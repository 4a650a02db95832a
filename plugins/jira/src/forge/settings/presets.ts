import { defaultRules } from '@lethe/core';
import type { Rules } from '@lethe/core';
import type { PresetName } from '../protocol.ts';

const named = {
  author: 'cut',
  recipient: 'cut',
  copied: 'cut',
  attendee: 'cut',
  'named-in-mail': 'cut',
  mentioned: 'cut',
} as const;
/** Of a file only the name is known, and it goes as a whole. */
const onlyNamedFiles = {
  author: 'keep',
  recipient: 'keep',
  copied: 'keep',
  attendee: 'keep',
  'named-in-mail': 'keep',
  'opened-by-mail': 'keep',
  opened: 'keep',
  mentioned: 'blank',
} as const;

/** Rules an administrator can begin with. */
export const presets: Readonly<Record<PresetName, Rules>> = {
  default: defaultRules,
  /** What a customer writes in the portal goes as a whole too. */
  'every-channel': {
    ...defaultRules,
    name: 'every-channel',
    wholeMessageChannels: ['mail', 'chat', 'web', 'phone', 'api'],
    spots: {
      ...defaultRules.spots,
      'dossier.title': { 'opened-by-mail': 'blank', opened: 'blank', mentioned: 'cut' },
      'dossier.description': { 'opened-by-mail': 'blank', opened: 'blank', mentioned: 'cut' },
    },
  },
  /** Texts stay, but for what names the person. */
  'mentions-only': {
    ...defaultRules,
    name: 'mentions-only',
    wholeMessageChannels: [],
    unknownChannelIsMail: false,
    copies: 'subject-only',
    spots: {
      ...defaultRules.spots,
      'dossier.title': { 'opened-by-mail': 'cut', opened: 'cut', mentioned: 'cut' },
      'dossier.description': { 'opened-by-mail': 'cut', opened: 'cut', mentioned: 'cut' },
      'message.subject': named,
      'message.body': named,
      attachment: onlyNamedFiles,
    },
  },
};
