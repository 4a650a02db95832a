// The scanner's inner loop, in AssemblyScript. `../script-walker.ts` is the same in TypeScript: whoever changes one changes both.
// Addresses of all tables stand in the first bytes of the memory, as `layout.ts` lists them.

const UNITS: usize = 0;
const FOLDS: usize = 4;
const CLASSES: usize = 8;
const BYTES: usize = 12;
const BREAKS: usize = 16;
const STARTS: usize = 20;
const NUMBERS: usize = 24;
const SIGNS: usize = 28;
const SLOTS: usize = 32;
const BITS: usize = 36;
const KEYS: usize = 40;
const SLOT_SHIFT: usize = 44;
const BIT_SHIFT: usize = 48;
const HAS_SHORT: usize = 52;
const MOST_KEYS: usize = 56;

const RARE: u32 = 4;
const UNSEEN: u32 = 8;

const SEVEN: u32 = 10000000;
const FIVE: u32 = 100000;
const LONGEST_LOCAL: u32 = 164;

const K1: u32 = 0x9e3779b1;
const K2: u32 = 0x85ebca6b;
const K3: u32 = 0xc2b2ae35;
const K4: u32 = 0x27d4eb2f;
const K5: u32 = 0x165667b1;
const K6: u32 = 0x01000193;
const K7: u32 = 0x3c6ef372;

let flags: u32 = 0;
let words: u32 = 0;
let numbers: u32 = 0;
let ats: u32 = 0;
let found: u32 = 0;

/** What the part of the text asks for besides its keys: 1 to be read as the finder reads, 2 likewise for its capitals, 4 it may hold escapes, 8 base64. */
export function flagged(): u32 {
  return flags;
}

/** Walks over a part of the text. Gives the number of keys in it that are known. */
export function scan(from: u32, to: u32): u32 {
  flags = 0;
  found = 0;
  fold(from, to - from);
  matchWords(from);
  matchNumbers();
  matchAddresses(to - from);
  return found;
}

/** Whether a unit belongs to a sign after which unseen ones are usual: the variation selectors and joiners of emoji. */
function isSymbol(unit: u32): bool {
  return (unit >= 0x2100 && unit < 0x2c00) || (unit >= 0xd800 && unit < 0xe000) || unit == 0xfe0f || unit == 0x200d;
}

/** Whether 24 bits in a row are set: so many signs of base64 may be some. */
@inline function isLongRun(bits: u64): bool {
  let run = bits & (bits >> 1);
  run &= run >> 2;
  run &= run >> 4;
  const eight = run;
  run &= run >> 8;
  return (run & (eight >> 16)) != 0;
}

/** Folds units to bytes, 64 a step; lists where words, numbers and `@` stand, and marks where words break. */
function fold(from: u32, length: u32): void {
  const folds = <usize>load<u32>(FOLDS);
  const classes = <usize>load<u32>(CLASSES);
  const bytes = <usize>load<u32>(BYTES);
  const breaks = <usize>load<u32>(BREAKS);
  const startsAt = <usize>load<u32>(STARTS);
  const numbersAt = <usize>load<u32>(NUMBERS);
  const signsAt = <usize>load<u32>(SIGNS);
  const units = <usize>load<u32>(UNITS) + (<usize>from << 1);
  const A = i8x16.splat(65);
  const z = i8x16.splat(25);
  const a = i8x16.splat(97);
  const zero = i8x16.splat(48);
  const nine = i8x16.splat(9);
  const lower = i8x16.splat(0x20);
  const beyond = i16x8.splat(-128);
  const percent = i8x16.splat(0x25);
  const equals = i8x16.splat(0x3d);
  const backslash = i8x16.splat(0x5c);
  const atSign = i8x16.splat(0x40);
  const plus = i8x16.splat(0x2b);
  const slash = i8x16.splat(0x2f);
  const hyphen = i8x16.splat(0x2d);
  const underscore = i8x16.splat(0x5f);
  const none = i16x8.splat(0);
  let wordBefore: u64 = 0;
  let singleBefore: u64 = 0;
  let smallBefore: u64 = 0;
  let codedBefore: u64 = 0;
  let escapes = i8x16.splat(0);
  let seen: u32 = 0;
  let count: u32 = 0;
  let numberCount: u32 = 0;
  let signCount: u32 = 0;
  const end = (length + 63) & ~63;
  for (let at: u32 = 0; at < end; at += 64) {
    let word: u64 = 0;
    let single: u64 = 0;
    let digit: u64 = 0;
    let capital: u64 = 0;
    let small: u64 = 0;
    let sign: u64 = 0;
    let coded: u64 = 0;
    for (let lane: u32 = 0; lane < 64; lane += 16) {
      const place = units + (<usize>(at + lane) << 1);
      const one = v128.load(place);
      const two = v128.load(place, 16);
      const c = i8x16.narrow_i16x8_u(one, two);
      const u = i8x16.le_u(i8x16.sub(c, A), z);
      const l = v128.or(c, v128.and(u, lower));
      const d = i8x16.le_u(i8x16.sub(c, zero), nine);
      const letter = i8x16.le_u(i8x16.sub(l, a), z);
      v128.store(bytes + at + lane, l);
      let words16 = <u32>i8x16.bitmask(v128.or(letter, d));
      let digits16 = <u32>i8x16.bitmask(d);
      let capitals16 = <u32>i8x16.bitmask(u);
      let smalls16 = <u32>i8x16.bitmask(v128.andnot(letter, u));
      let signs16 = <u32>i8x16.bitmask(i8x16.eq(c, atSign));
      const joints16 = <u32>i8x16.bitmask(
        v128.or(v128.or(i8x16.eq(c, plus), i8x16.eq(c, slash)), v128.or(i8x16.eq(c, hyphen), i8x16.eq(c, underscore))),
      );
      let coded16 = words16 | joints16;
      escapes = v128.or(escapes, v128.or(i8x16.eq(c, percent), v128.or(i8x16.eq(c, equals), i8x16.eq(c, backslash))));
      if (v128.any_true(v128.and(v128.or(one, two), beyond))) {
        let others = <u32>i8x16.bitmask(
          i8x16.narrow_i16x8_s(i16x8.ne(v128.and(one, beyond), none), i16x8.ne(v128.and(two, beyond), none)),
        );
        words16 &= ~others;
        coded16 &= ~others;
        digits16 &= ~others;
        capitals16 &= ~others;
        smalls16 &= ~others;
        signs16 &= ~others;
        while (others) {
          const j = <u32>ctz(others);
          others &= others - 1;
          const unit = place + (<usize>j << 1);
          const which = <usize>load<u16>(unit);
          const f = load<u8>(folds + which);
          const kind = <u32>load<u8>(classes + which);
          store<u8>(bytes + at + lane + j, f);
          words16 |= <u32>((kind & 3) != 0) << j;
          digits16 |= <u32>(<u32>f - 48 <= 9) << j;
          signs16 |= <u32>(f == 0x40) << j;
          capitals16 |= ((kind >> 4) & 1) << j;
          smalls16 |= ((kind >> 5) & 1) << j;
          single |= <u64>((kind >> 1) & 1) << <u64>(lane + j);
          if (kind & (RARE | UNSEEN)) {
            if (at + lane + j < length) seen |= <u32>((kind & RARE) != 0 || at + lane + j == 0 || !isSymbol(load<u16>(unit - 2)));
          }
        }
      }
      word |= <u64>words16 << <u64>lane;
      digit |= <u64>digits16 << <u64>lane;
      capital |= <u64>capitals16 << <u64>lane;
      small |= <u64>smalls16 << <u64>lane;
      sign |= <u64>signs16 << <u64>lane;
      coded |= <u64>coded16 << <u64>lane;
    }
    if (at + 64 > length) {
      const inside = ((<u64>1 << <u64>(length - at)) - 1);
      word &= inside;
      single &= inside;
      capital &= inside;
      sign &= inside;
      coded &= inside;
    }
    const begins = word & (~((word << 1) | wordBefore) | single | ((single << 1) | singleBefore));
    store<u64>(breaks + (at >> 3), begins | ~word);
    seen |= <u32>((capital & ((small << 1) | smallBefore)) != 0) << 1;
    seen |= <u32>(isLongRun(coded) || isLongRun((codedBefore >> 40) | (coded << 24))) << 3;
    codedBefore = coded;
    wordBefore = word >> 63;
    singleBefore = single >> 63;
    smallBefore = small >> 63;
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
      const place = numbersAt + (<usize>numberCount << 3);
      store<u32>(place, at + <u32>bit);
      store<u32>(place, count + <u32>popcnt(begins & ((<u64>1 << bit) - 1)), 4);
      numbersHere &= numbersHere - 1;
      numberCount += 1;
    }
    while (sign) {
      store<u32>(signsAt + (<usize>signCount << 2), at + <u32>ctz(sign));
      sign &= sign - 1;
      signCount += 1;
    }
    count += many;
  }
  store<u64>(breaks + (end >> 3), -1);
  store<u64>(breaks + (end >> 3) + 8, -1);
  store<u64>(bytes + length, 0);
  store<u64>(bytes + length, 0, 8);
  words = count;
  numbers = numberCount;
  ats = signCount;
  flags |= seen | (<u32>v128.any_true(escapes) << 2);
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

/** Takes a key down if anybody has it; a part of a text with more than there is room for is read as the finder reads. */
@inline function ask(first: u32, second: u32): void {
  let key = (rotl<u32>(first, 13) ^ second) * K4;
  key ^= key >> 15;
  const bit = key >> load<u32>(BIT_SHIFT);
  if ((<u32>load<u8>(<usize>load<u32>(BITS) + (bit >> 3)) >> (bit & 7)) & 1) keep(key);
}

function keep(key: u32): void {
  if (found < load<u32>(MOST_KEYS)) {
    store<u32>(<usize>load<u32>(KEYS) + (<usize>found << 2), key);
    found += 1;
  } else flags |= 1;
}

/** What the hash of a sign that is a word by itself grows by: one byte of thousands of signs says too little. */
function signAt(at: u32): u32 {
  const unit = <u32>load<u16>(<usize>load<u32>(UNITS) + (<usize>at << 1));
  return unit - 0x3400 <= 0x6bff || unit - 0xac00 <= 0x2ba3 ? unit * K7 : 0;
}

/** Asks for each word that is looked for alone, and each pair of words whose first begins something, also over a single letter between. */
function matchWords(from: u32): void {
  const bytes = <usize>load<u32>(BYTES);
  const breaks = <usize>load<u32>(BREAKS);
  const slots = <usize>load<u32>(SLOTS);
  const slotShift = load<u32>(SLOT_SHIFT);
  let at = <usize>load<u32>(STARTS);
  const end = at + (<usize>words << 2);
  let hashBefore: u32 = 0;
  let isHead: u32 = 0;
  let overLetter: u32 = 0;
  let hashBeforeThat: u32 = 0;
  for (; at < end; at += 4) {
    const start = load<u32>(at);
    const after = start + 1;
    const rest = load<u64>(breaks + (after >> 3)) >> <u64>(after & 7);
    const length = rest ? <u32>ctz(rest) + 1 : lengthAt(start);
    const kept = <u64>(length > 8 ? 8 : length) << 3;
    const key = load<u64>(bytes + start) & (<u64>-1 >> (64 - kept));
    const isLong = length > 8;
    const last = load<u64>(bytes + <usize>(isLong ? start + length - 8 : start)) & (isLong ? <u64>-1 : <u64>0);
    const tail = (<u32>last * K1 + <u32>(last >> 32) * K3) * K5;
    let hash = <u32>key * K1 + <u32>(key >> 32) * K3 + length * K2 + tail;
    if (length == 1 && key > 127) hash += signAt(from + start);
    const slot = hash >> slotShift;
    const hit = (<u32>load<u8>(slots + (slot >> 2)) >> ((slot & 3) << 1)) & 3;
    if (hit | isHead | overLetter) {
      if (isHead) ask(hashBefore, hash);
      if (hit & 2) ask(0, hash);
      if (overLetter) ask(hashBeforeThat, hash);
    }
    overLetter = isHead & <u32>(length == 1);
    hashBeforeThat = hashBefore;
    isHead = hit & 1;
    hashBefore = hash;
  }
}

/** Asks for the last digits of each group of digits, with those of the groups just before it. */
function matchNumbers(): void {
  const bytes = <usize>load<u32>(BYTES);
  const numbersAt = <usize>load<u32>(NUMBERS);
  const hasShort = load<u32>(HAS_SHORT);
  let run: u32 = 0;
  let value: u32 = 0;
  let lastWord: u32 = 0xfffffffe;
  for (let index: u32 = 0; index < numbers; index += 1) {
    const start = load<u32>(numbersAt + (<usize>index << 3));
    const word = load<u32>(numbersAt + (<usize>index << 3), 4);
    if (word != lastWord + 1) {
      run = 0;
      value = 0;
    }
    const length = lengthAt(start);
    let at: u32 = 0;
    for (; at < length; at += 1) {
      const digit = <u32>load<u8>(bytes + start + at) - 48;
      if (digit > 9) break;
      value = (value * 10 + digit) % SEVEN;
    }
    run += at;
    if (run >= 7) ask(1, value);
    if (hasShort && run >= 5) ask(2, value % FIVE);
    lastWord = at === length ? word : 0xfffffffe;
  }
}

/** Whether a byte may stand in an address's local part, for certain as a letter (2) or as a sign (1). */
function localKind(byte: u32): u32 {
  if (byte >= 128 || byte - 97 <= 25 || byte - 48 <= 9) return 2;
  if (byte <= 32 || byte == 0x28 || byte == 0x29 || byte == 0x2c || byte == 0x3a || byte == 0x3b) return 0;
  return <u32>(byte != 0x3c && byte != 0x3e && byte != 0x40 && byte != 0x5b && byte != 0x5c && byte != 0x5d);
}

/** Asks for each address that may end with the domain behind an `@`. */
function matchAddresses(length: u32): void {
  const bytes = <usize>load<u32>(BYTES);
  const signsAt = <usize>load<u32>(SIGNS);
  for (let index: u32 = 0; index < ats; index += 1) {
    const sign = load<u32>(signsAt + (<usize>index << 2));
    let domain: u32 = 0;
    for (let at = sign + 1; at < length; at += 1) {
      const byte = <u32>load<u8>(bytes + at);
      if (byte < 128 && byte - 97 > 25 && byte - 48 > 9) break;
      domain = (domain ^ byte) * K6;
    }
    const first = sign > LONGEST_LOCAL ? sign - LONGEST_LOCAL : 0;
    let local: u32 = 0;
    let kind: u32 = sign > 0 ? localKind(<u32>load<u8>(bytes + sign - 1)) : 0;
    for (let at = sign; at > first && kind; ) {
      at -= 1;
      const byte = <u32>load<u8>(bytes + at);
      if (byte == 0x2b) local = 0;
      else if (byte != 0x2e && byte != 0x27 && byte != 0x22) local = (local ^ byte) * K6;
      kind = at > 0 ? localKind(<u32>load<u8>(bytes + at - 1)) : 0;
      const before = at > 0 ? <u32>load<u8>(bytes + at - 1) : 0;
      if (kind < 2 || before >= 128) ask(local, domain);
    }
  }
}
