import type { Topic } from '../topic.ts';

/** What English-speaking customers write about. */
export const topics: readonly Topic[] = [
  {
    category: 'Hardware',
    titles: ['Printer on floor 3 jams', 'The {device} in {room} does not start', 'New {device} for {name}'],
    openings: [
      'since this morning the printer near {room} takes in two sheets at once and stops. We have switched it off and on, without luck.',
      'my {device} shows a black screen since yesterday. The light at the front is on, and it gets warm.',
      'could you please order a new {device} for me? The old one has a crack. I sit in {room}, {city}.',
    ],
    answers: [
      'I have ordered a repair. Somebody will come to {room} tomorrow between 9 and 12.',
      'Please hold the power button for 30 seconds and try again. If the light stays on, we will exchange the {device}.',
      'A new {device} is on its way. The order number is {order}.',
    ],
    followUps: [
      'Nobody has come so far. Shall I be reached by phone? {phone}.',
      'I have tried it three times. The screen stays black.',
      'It arrived today, but the cable is missing.',
    ],
    notes: [
      'Called {name} on {phone}: will be in {room} until four.',
      'Same batch as last month. Exchange without asking for the invoice.',
      'Spare {device} set aside in the cellar, shelf 4.',
    ],
  },
  {
    category: 'Accounts',
    titles: ['Password has expired', 'Access for {name}', 'My account is locked'],
    openings: [
      'I was on leave and my password has expired meanwhile. The page for a new one says that my number is not known.',
      'I have moved to another team and need access to the folder of the {city} office. My login is my address, {address}.',
      'when I sign in I get the message that my account is locked. I have not changed anything.',
    ],
    answers: [
      'Your number was missing on our side. Please choose a new password within the next hour.',
      'Your team lead has to agree first; I have asked. You will get a mail once the folder is there.',
      'Somebody has mistyped your password five times. I have unlocked the account, please try once more.',
    ],
    followUps: [
      'It says now that the new password is too similar to the old one.',
      'The folder is there, but I can only read it.',
      'Still locked, I am afraid.',
    ],
    notes: [
      'Checked identity by calling back {phone}. It is {name}.',
      '{name} was in two groups of the same name. Removed the older one, team lead agreed.',
      'Account of {name}: five failed sign-ins, all from the office.',
    ],
  },
  {
    category: 'Billing',
    titles: ['Invoice {order} charged twice', 'Wrong address on invoice {order}', 'Question about invoice {order}'],
    openings: [
      'invoice {order} was charged twice this month. Please send the second amount back.',
      'our invoices still go to the old address. From now on please use: {company}, attn. {name}, {city}.',
      'on invoice {order} there is a position "setup" which we did not order. What is it about?',
    ],
    answers: [
      'You are right, {order} was booked twice. The money will be back on your account within five working days.',
      'The address is changed. I have attached the corrected invoice.',
      'The setup was ordered together with the new lines. I have attached the order so that you can compare.',
    ],
    followUps: [
      'Our accounts team would like to have that in writing.',
      'Thank you. Could the invoice go to my colleague as well?',
      'We have found the order. Sorry for the trouble.',
    ],
    notes: [
      'Refund approved, see ledger of this month.',
      '{name} is the only contact for invoices at {company}.',
      'Customer pays late, but always pays.',
    ],
  },
  {
    category: 'Network',
    titles: ['No connection in {room}', 'VPN drops every ten minutes', 'Wireless is slow in {room}'],
    openings: [
      'none of the sockets in {room} works. The light is off on all of them.',
      'when I work from home the VPN drops every ten minutes. It began with the last update.',
      'the wireless network in {room} is so slow that calls break off. In the corridor it is fine.',
    ],
    answers: [
      'A switch had failed. It is exchanged, all sockets should work again.',
      'Please install version 5.2 from the software centre. The older one has this fault.',
      'We will measure in {room} on Thursday. Until then please use the cable.',
    ],
    followUps: [
      'The socket at the window is still dead.',
      'With 5.2 it drops as well, only later.',
      'Thursday is fine. Ask for me at the reception.',
    ],
    notes: [
      'Switch 7B, port 12 to 18.',
      'Provider says no fault on the line of {name}.',
      'Channel 11 is crowded in {room}.',
    ],
  },
  {
    category: 'Software',
    titles: ['Licence for the drawing program', 'Spreadsheet closes by itself', 'Update fails with number 1603'],
    openings: [
      'I need a licence for the drawing program until the end of the quarter. My cost centre agrees.',
      'when I open the budget file the program closes without a message. Other files work.',
      'the update of this night stopped with the number 1603. I have restarted twice.',
    ],
    answers: [
      'The licence is assigned to {address}. Please sign in once more.',
      'Could you attach the file, or one like it without the figures?',
      'Please leave the {device} on tonight, we will start the update from here.',
    ],
    followUps: [
      'I am asked for a key. Which one?',
      'I have attached a shorter file with the same effect.',
      'It was on all night. Same number.',
    ],
    notes: [
      'Two licences left in the pool.',
      'Reproduced: a date in the year 1899 in row 40.',
      'Disk was full. Removed old profiles with consent of {name}.',
    ],
  },
  {
    category: 'Deliveries',
    titles: ['Parcel {order} has not arrived', 'Return of order {order}', 'Delivery for {name} goes to the wrong door'],
    openings: [
      'order {order} should have been here on Tuesday. The tracking page says "delivered", but nobody here has signed for it.',
      'I would like to return order {order}: wrong colour. Please send me a label.',
      'the driver always goes to gate 2. Please tell him gate 5, and to ring me: {phone}.',
    ],
    answers: [
      'The driver left it with a neighbour. We have asked for it to be brought to you.',
      'The label is attached. It is valid for fourteen days.',
      'I have left a note for the driver: gate 5, and your number.',
    ],
    followUps: ['Which neighbour? Nobody knows anything.', 'The label cannot be scanned.', 'It worked this time.'],
    notes: [
      'Carrier confirms: signed by "M.", no more to read.',
      'Second return within a month.',
      'Gate plan of {company} is in the shared folder.',
    ],
  },
  {
    category: 'Facilities',
    titles: ['Badge does not open {room}', 'Heating in {room}', 'Desk for a new colleague'],
    openings: [
      'my badge opens the main door but not {room}. I need to get in there every day.',
      'it has been 16 degrees in {room} since the weekend.',
      'on the first of the month {other} will join us. Please prepare a desk in {room}.',
    ],
    answers: [
      'Your badge is set for {room} now. Please hold it to the reader at the main door once.',
      'The janitor has opened the valve. It takes some hours.',
      'The desk is ready, the {device} stands on it.',
    ],
    followUps: ['The reader blinks red.', 'Warm again, thank you.', 'Could we have a lamp too?'],
    notes: [
      'Badge of {name} had the old pattern.',
      'Valve was closed by the window cleaners.',
      'Badge for {other} is at the reception.',
    ],
  },
];
