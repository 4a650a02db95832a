// The scanner's inner loop, in AssemblyScript. `../walk-words.ts` is the same in TypeScript: whoever changes one changes both.
// Addresses of all tables stand in the first bytes of the memory, as `layout.ts` lists them.

const UNITS: usize = 0;
const FOLDS: usize = 4;
const CLASSES: usize = 8;
const BYTES: usize = 12;
const BREAKS: usize = 16;
const STARTS: usize = 20;
const DIGITS: usize = 24;
const SLOTS: usize = 28;
const PAIRS: usize = 32;
const PHONES: usize = 36;
const CANDIDATES: usize = 40;
const SLOT_SHIFT: usize = 44;
const PAIR_SHIFT: usize = 48;
const PHONE_SHIFT: usize = 52;
const HAS_SHORT: usize = 56;

const IGNORED: u32 = 2;
const SOLO: u32 = 3;
const RARE: u32 = 4;

const CHUNK: u32 = 16384;
const SEVEN: u32 = 10000000;
const FIVE: u32 = 100000;

const K1: u32 = 0x9e3779b1;
const K2: u32 = 0x85ebca6b;
const K3: u32 = 0xc2b2ae35;
const K4: u32 = 0x27d4eb2f;
const K5: u32 = 0x165667b1;

// What one chunk leaves to the next: the last word, and the digits of the groups just before.
let lastHash: u32 = 0;
let lastIsHead: u32 = 0;
let lastStart: u32 = 0;
let lastOverLetter: u32 = 0;
let earlierHash: u32 = 0;
let earlierStart: u32 = 0;
let lastDigitWord: u32 = 0;
let digitRun: u32 = 0;
let digitValue: u32 = 0;
let wordsBefore: u32 = 0;

let flags: u32 = 0;
let words: u32 = 0;
let numbers: u32 = 0;
let nextFrom: u32 = 0;

/** Forgets the text before. */
export function begin(): void {
  lastHash = 0;
  lastIsHead = 0;
  lastStart = 0;
  lastOverLetter = 0;
  lastDigitWord = 0xfffffffe;
  digitRun = 0;
  digitValue = 0;
  wordsBefore = 0;
  flags = 0;
}

/** 1: something asks for the slow way; 2: an escape may stand in the text. */
export function flagged(): u32 {
  return flags;
}

/** Where the next chunk begins. */
export function next(): u32 {
  return nextFrom;
}

/** Scans one chunk of the text that has `to` units and is followed by 64 zeros. Gives the number of candidates. */
export function scan(from: u32, to: u32): u32 {
  const length = to - from < CHUNK ? to - from : CHUNK;
  const isLast = from + length === to;
  fold(from, length);
  nextFrom = from + length;
  const start = words > 0 ? load<u32>(<usize>load<u32>(STARTS) + (<usize>(words - 1) << 2)) : 0;
  if (!isLast && start > 0) {
    words -= 1;
    nextFrom = from + start;
    const digits = <usize>load<u32>(DIGITS);
    if (numbers > 0 && load<u32>(digits + (<usize>(numbers - 1) << 3)) === start) numbers -= 1;
  }
  const found = matchNumbers(from, matchWords(from, 0));
  wordsBefore += words;
  return found;
}

/** Whether a unit belongs to a sign after which unseen ones are usual: the variation selectors and joiners of emoji. */
function isSymbol(unit: u32): bool {
  return (unit >= 0x2100 && unit < 0x2c00) || (unit >= 0xd800 && unit < 0xe000) || unit == 0xfe0f || unit == 0x200d;
}

/** Folds units to bytes, 64 a step; lists where words and numbers start, and marks where they break. */
function fold(from: u32, length: u32): void {
  const folds = <usize>load<u32>(FOLDS);
  const classes = <usize>load<u32>(CLASSES);
  const bytes = <usize>load<u32>(BYTES);
  const breaks = <usize>load<u32>(BREAKS);
  const startsAt = <usize>load<u32>(STARTS);
  const digitsAt = <usize>load<u32>(DIGITS);
  const units = <usize>load<u32>(UNITS) + (<usize>from << 1);
  const A = i8x16.splat(65);
  const z = i8x16.splat(25);
  const a = i8x16.splat(97);
  const zero = i8x16.splat(48);
  const nine = i8x16.splat(9);
  const lower = i8x16.splat(0x20);
  const beyond = i16x8.splat(-128);
  const ampersand = i8x16.splat(0x26);
  const percent = i8x16.splat(0x25);
  const equals = i8x16.splat(0x3d);
  const backslash = i8x16.splat(0x5c);
  const none = i16x8.splat(0);
  let wordBefore: u64 = 0;
  let soloBefore: u64 = 0;
  let escapes = i8x16.splat(0);
  let seen: u32 = 0;
  let count: u32 = 0;
  let numberCount: u32 = 0;
  const end = (length + 63) & ~63;
  for (let at: u32 = 0; at < end; at += 64) {
    let word: u64 = 0;
    let solo: u64 = 0;
    let digit: u64 = 0;
    for (let lane: u32 = 0; lane < 64; lane += 16) {
      const place = units + (<usize>(at + lane) << 1);
      const one = v128.load(place);
      const two = v128.load(place, 16);
      const c = i8x16.narrow_i16x8_u(one, two);
      const l = v128.or(c, v128.and(i8x16.le_u(i8x16.sub(c, A), z), lower));
      const d = i8x16.le_u(i8x16.sub(c, zero), nine);
      const w = v128.or(i8x16.le_u(i8x16.sub(l, a), z), d);
      v128.store(bytes + at + lane, l);
      let words16 = <u32>i8x16.bitmask(w);
      let digits16 = <u32>i8x16.bitmask(d);
      escapes = v128.or(
        escapes,
        v128.or(
          v128.or(i8x16.eq(c, ampersand), i8x16.eq(c, percent)),
          v128.or(i8x16.eq(c, equals), i8x16.eq(c, backslash)),
        ),
      );
      if (v128.any_true(v128.and(v128.or(one, two), beyond))) {
        let others = <u32>i8x16.bitmask(
          i8x16.narrow_i16x8_s(i16x8.ne(v128.and(one, beyond), none), i16x8.ne(v128.and(two, beyond), none)),
        );
        words16 &= ~others;
        digits16 &= ~others;
        while (others) {
          const j = <u32>ctz(others);
          others &= others - 1;
          const unit = place + (<usize>j << 1);
          const u = <usize>load<u16>(unit);
          const f = load<u8>(folds + u);
          const kind = <u32>load<u8>(classes + u);
          store<u8>(bytes + at + lane + j, f);
          words16 |= (<u32>(kind != 0) & <u32>(kind != IGNORED)) << j;
          digits16 |= <u32>(<u32>f - 48 <= 9) << j;
          if (kind >= IGNORED) {
            if (kind == SOLO) solo |= <u64>1 << <u64>(lane + j);
            else if (kind == RARE) seen |= 1;
            else seen |= <u32>!isSymbol(load<u16>(unit - 2));
          }
        }
      }
      word |= <u64>words16 << <u64>lane;
      digit |= <u64>digits16 << <u64>lane;
    }
    const begins = word & (~((word << 1) | wordBefore) | solo | ((solo << 1) | soloBefore));
    store<u64>(breaks + (at >> 3), begins | ~word);
    wordBefore = word >> 63;
    soloBefore = solo >> 63;
    const many = <u32>popcnt(begins);
    let rest = begins;
    let out = startsAt + (<usize>count << 2);
    for (let group: u32 = 0; group < many; group += 8) {
      store<u32>(out, at + <u32>ctz(rest), 0);
      rest &= rest - 1;
      store<u32>(out, at + <u32>ctz(rest), 4);
      rest &= rest - 1;
      store<u32>(out, at + <u32>ctz(rest), 8);
      rest &= rest - 1;
      store<u32>(out, at + <u32>ctz(rest), 12);
      rest &= rest - 1;
      store<u32>(out, at + <u32>ctz(rest), 16);
      rest &= rest - 1;
      store<u32>(out, at + <u32>ctz(rest), 20);
      rest &= rest - 1;
      store<u32>(out, at + <u32>ctz(rest), 24);
      rest &= rest - 1;
      store<u32>(out, at + <u32>ctz(rest), 28);
      rest &= rest - 1;
      out += 32;
    }
    let numbersHere = begins & digit;
    while (numbersHere) {
      const bit = ctz(numbersHere);
      const place = digitsAt + (<usize>numberCount << 3);
      store<u32>(place, at + <u32>bit);
      store<u32>(place, count + <u32>popcnt(begins & ((<u64>1 << bit) - 1)), 4);
      numbersHere &= numbersHere - 1;
      numberCount += 1;
    }
    count += many;
  }
  store<u64>(breaks + (end >> 3), -1);
  store<u64>(breaks + (end >> 3) + 8, -1);
  store<u64>(bytes + end, 0);
  words = count;
  numbers = numberCount;
  flags |= seen | (<u32>v128.any_true(escapes) << 1);
}

function lengthAt(at: u32): u32 {
  const breaks = <usize>load<u32>(BREAKS);
  let place = at + 1;
  let rest = load<u64>(breaks + (place >> 3)) >> <u64>(place & 7);
  while (!rest) {
    place += 64 - (place & 7);
    rest = load<u64>(breaks + (place >> 3));
  }
  return place + <u32>ctz(rest) - at;
}

function ask(first: u32, second: u32, at: u32, out: u32): u32 {
  let pair = (rotl<u32>(first, 13) ^ second) * K4;
  pair ^= pair >> 15;
  const bit = pair >> load<u32>(PAIR_SHIFT);
  if (!((<u32>load<u8>(<usize>load<u32>(PAIRS) + (bit >> 3)) >> (bit & 7)) & 1)) return out;
  const place = <usize>load<u32>(CANDIDATES) + <usize>out * 12;
  store<u32>(place, first ? 0 : 1);
  store<u32>(place, at, 4);
  store<u32>(place, first ? pair : second, 8);
  return out + 1;
}

/** Looks up each word, and each pair of words whose first begins something looked for, also over a single letter between. */
function matchWords(from: u32, found: u32): u32 {
  const bytes = <usize>load<u32>(BYTES);
  const breaks = <usize>load<u32>(BREAKS);
  const slots = <usize>load<u32>(SLOTS);
  const slotShift = load<u32>(SLOT_SHIFT);
  let at = <usize>load<u32>(STARTS);
  const end = at + (<usize>words << 2);
  let out = found;
  let hashBefore = lastHash;
  let isHead = lastIsHead;
  let startBefore = lastStart;
  let overLetter = lastOverLetter;
  let hashBeforeThat = earlierHash;
  let startBeforeThat = earlierStart;
  for (; at < end; at += 4) {
    const start = load<u32>(at);
    const after = start + 1;
    const rest = load<u64>(breaks + (after >> 3)) >> <u64>(after & 7);
    const length = rest ? <u32>ctz(rest) + 1 : lengthAt(start);
    const kept = <u64>(length > 8 ? 8 : length) << 3;
    const key = load<u64>(bytes + start) & (<u64>-1 >> (64 - kept));
    const isLong = length > 8;
    const last = load<u64>(bytes + start + <usize>(isLong ? length - 8 : 0)) & (isLong ? <u64>-1 : <u64>0);
    const tail = (<u32>last * K1 + <u32>(last >> 32) * K3) * K5;
    const hash = <u32>key * K1 + <u32>(key >> 32) * K3 + length * K2 + tail;
    const slot = hash >> slotShift;
    const hit = (<u32>load<u8>(slots + (slot >> 2)) >> ((slot & 3) << 1)) & 3;
    if (hit | isHead | overLetter) {
      if (isHead) out = ask(hashBefore, hash, startBefore, out);
      if (hit & 2) out = ask(0, hash, from + start, out);
      if (overLetter) out = ask(hashBeforeThat, hash, startBeforeThat, out);
    }
    overLetter = isHead & <u32>(length == 1);
    hashBeforeThat = hashBefore;
    startBeforeThat = startBefore;
    isHead = hit & 1;
    hashBefore = hash;
    startBefore = from + start;
  }
  lastHash = hashBefore;
  lastIsHead = isHead;
  lastStart = startBefore;
  lastOverLetter = overLetter;
  earlierHash = hashBeforeThat;
  earlierStart = startBeforeThat;
  return out;
}

/** Looks up the last digits of each group of digits, with those of the groups just before it. */
function matchNumbers(from: u32, found: u32): u32 {
  const bytes = <usize>load<u32>(BYTES);
  const digits = <usize>load<u32>(DIGITS);
  const phones = <usize>load<u32>(PHONES);
  const phoneShift = load<u32>(PHONE_SHIFT);
  const candidates = <usize>load<u32>(CANDIDATES);
  const hasShort = load<u32>(HAS_SHORT);
  let out = found;
  for (let index: u32 = 0; index < numbers; index += 1) {
    const start = load<u32>(digits + (<usize>index << 3));
    const word = wordsBefore + load<u32>(digits + (<usize>index << 3), 4);
    if (word != lastDigitWord + 1) {
      digitRun = 0;
      digitValue = 0;
    }
    const length = lengthAt(start);
    let at: u32 = 0;
    for (; at < length; at += 1) {
      const value = <u32>load<u8>(bytes + start + at) - 48;
      if (value > 9) break;
      digitValue = (digitValue * 10 + value) % SEVEN;
    }
    digitRun += at;
    if (digitRun >= 7) {
      const bit = (digitValue * K1) >> phoneShift;
      if ((<u32>load<u8>(phones + (bit >> 3)) >> (bit & 7)) & 1) {
        const place = candidates + <usize>out * 12;
        store<u32>(place, 2);
        store<u32>(place, from + start + at, 4);
        store<u32>(place, digitValue, 8);
        out += 1;
      }
    }
    if (hasShort && digitRun >= 5) {
      const place = candidates + <usize>out * 12;
      store<u32>(place, 3);
      store<u32>(place, from + start + at, 4);
      store<u32>(place, digitValue % FIVE, 8);
      out += 1;
    }
    lastDigitWord = at === length ? word : 0xfffffffe;
  }
  return out;
}
