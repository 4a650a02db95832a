import type { Phrases } from '../topic.ts';

/** English words around the topics. */
export const phrases: Phrases = {
  greetings: ['Hello,', 'Hi there,', 'Good morning,', 'Dear support team,'],
  answering: ['Hello {given},', 'Dear {name},', 'Hi {given},'],
  closings: ['Best regards,', 'Kind regards,', 'Many thanks,', 'Thanks,'],
  thanks: ['That did it, thank you!', 'Works again, thanks for the quick help.', 'All good now. You can close this.'],
  wrote: 'On {date}, {name} <{address}> wrote:',
  phone: 'Phone',
  autoReply:
    'Thank you for your message. It has become ticket {ticket}; please keep this number in the subject.\n\nThis mail was sent to {addressUpper}.\nHow did we do? https://desk.test/rate?ticket={ticket}&who={addressEncoded}',
  mentions: [
    'By the way, {other} ({otherAddress}) has the same problem.',
    'You may also ask {other}, who set it up. Direct line: {otherPhone}.',
    '{other} told me to write to you.',
    'I am writing on behalf of {other} <{otherAddress}>, who is on leave.',
  ],
  noteMentions: [
    'Same as {other} reported last week ({otherAddress}).',
    '{other} knows more about it, {otherPhone}.',
    '{other} has asked for this too.',
  ],
  laterAnswers: [
    'Thank you for writing back. I have passed it on to a colleague, who will look at it today.',
    'We are still waiting for the supplier. I will write as soon as there is something new.',
    'I have tried it from here and could not see it. Does it happen at a certain time of day?',
    'Please give me one more day. I have asked our second line.',
  ],
  laterFollowUps: [
    'Is there anything new?',
    'It is the same today, first thing in the morning.',
    'I would be glad about an answer this week, as we have an audit on Friday.',
    'Yes, always after lunch. Does that help?',
  ],
  laterNotes: [
    'Waiting for the supplier.',
    'Asked second line again.',
    'Could be the same as last spring, see the handbook.',
  ],
  farewells: ['Good to hear. I close the ticket, just answer if it comes back.', 'Glad it works. Have a nice day!'],
  devices: ['laptop', 'docking station', 'second screen', 'desk phone', 'label printer', 'headset', 'tablet'],
};
