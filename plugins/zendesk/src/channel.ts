import type { Channel } from '@lethe/core';
import type { Via } from './schema.ts';

/** How Zendesk's channels are called here: https://developer.zendesk.com/documentation/ticketing/reference-guides/via-types/ */
const channels: Readonly<Record<string, Channel>> = {
  email: 'mail',
  mail: 'mail',
  web: 'web',
  web_form: 'web',
  web_service: 'api',
  web_widget: 'web',
  help_center: 'web',
  help_center_post: 'web',
  topic: 'web',
  mobile: 'web',
  mobile_sdk: 'web',
  side_conversation: 'note',
  closed_ticket: 'web',
  api: 'api',
  ticket_sharing: 'api',
  chat: 'chat',
  chat_offline_message: 'chat',
  native_messaging: 'chat',
  sms: 'chat',
  whatsapp: 'chat',
  facebook: 'chat',
  twitter: 'chat',
  twitter_dm: 'chat',
  twitter_favorite: 'chat',
  instagram_dm: 'chat',
  line: 'chat',
  wechat: 'chat',
  telegram: 'chat',
  viber: 'chat',
  any_channel: 'chat',
  slack: 'chat',
  voice: 'phone',
  phone: 'phone',
};

/** How something came in. A channel nobody knows is `unknown`. */
export function channelOf({ channel }: Via): Channel {
  return channels[channel] ?? 'unknown';
}

/** Channels whose comments Zendesk cannot redact. */
const beyond = new Set([
  'sms',
  'mobile_sdk',
  'any_channel',
  'slack',
  'answer_bot_for_web_widget',
  'answer_bot_for_agents',
  'answer_bot_for_sdk',
  'answer_bot_api',
]);

/** Whether Zendesk is known not to redact a comment that came this way. */
export function isBeyondRedaction({ channel, source }: Via): boolean {
  return beyond.has(channel) || source?.rel === 'merge' || source?.rel === 'slack';
}

/** Whether Zendesk itself wrote it. */
export function isOfSystem({ channel }: Via, author: number): boolean {
  return author < 0 || channel === 'system' || channel === 'rule';
}
