import type { ValueCheck } from './value-checks';

/** A part of an identifier's value: so many characters of one set, and what they must say. */
export interface ValuePart {
  set: 'N' | 'X' | 'Y' | 'Z';
  least: number;
  most: number;
  optional: boolean;
  checks: ValueCheck[];
}

/** One GS1 application identifier, as the GS1 General Specifications (section 3) define it. */
export interface ApplicationIdentifier {
  code: string;
  /** Its value has one length that every reader knows, so no separator follows it. */
  isPredefined: boolean;
  /** May stand in the query of a Digital Link. */
  isLinkAttribute: boolean;
  parts: ValuePart[];
  /** One of these groups must be beside it: "01+21" is both. "31nn" is any digit. */
  with: string[][];
  /** None of these may be beside it. */
  without: string[];
  /** Begins a Digital Link; each way of qualifying it, in order. */
  linkKey: string[][] | null;
}

// A line: code, F where its length is predefined and A where a link may carry it as an attribute, the value's parts.
// N digits, X text, Y capitals and digits, Z base64url; after a colon what is checked; [] may be left out.
const table = `
00 FA N18:check key
01 FA N14:check without:255,37 key:22,10,21|235
02 FA N14:check without:01,03 with:37
03 F N14:check without:01,02,37,235
10 A X..20 with:01,02,03,8006,8026
11 FA N6:dayOrMonth with:01,02,03,8006,8026
12 FA N6:dayOrMonth with:8020
13 FA N6:dayOrMonth with:01,02,03,8006,8026
15-16 FA N6:dayOrMonth with:01,02,03,8006,8026
17 FA N6:dayOrMonth with:01,02,03,255,8006,8026
20 FA N2 with:01,02,03,8006,8026
21 - X..20 with:01,03,8006 without:235
22 - X..20 with:01
235 - X..28 with:01
240-241 A X..30 with:01,02,03,8006,8026
242 A N..6 with:01,02,8006,8026
243 A X..20 with:01,03
250 A X..30 with:01+21,03+21,8006+21
251 A X..30 with:01,03,8006
253 A N13:check+[X..17] key
254 - X..20 with:414
255 A N13:check+[N..12] key without:01,02,415,8006,8020,8026
30 A N..8 with:01,02
37 A N..8 with:00+02,00+8026
3900-3909 A N..15 with:255,8020 without:390n,391n,394n,8111
3910-3919 A N3:currency+N..15 with:8020 without:391n
3920-3929 A N..15 with:01+30,01+31nn,01+32nn,01+35nn,01+36nn without:392n,393n
3930-3939 A N3:currency+N..15 with:30,31nn,32nn,35nn,36nn without:393n
3940-3943 A N4 with:255 without:394n,8111
3950-3955 A N6 with:30,31nn,32nn,35nn,36nn without:392n,393n,395n,8005
400 A X..30
401 A X..30:companyPrefix key
402 A N17:check key
403 A X..30 with:00
410-413 FA N13:check
414 FA N13:check key:254|7040
415 FA N13:check with:8020 key:8020
416 FA N13:check
417 FA N13:check key:7040
420 A X..20 without:421
421 A N3:country+X..9 without:4307
422 A N3:country with:01,02,03,8006,8026 without:426
423 A N3:country+[N3]:country+[N3]:country+[N3]:country+[N3]:country with:01,02,03 without:426
424 A N3:country with:01,02,03 without:426
425 A N3:country+[N3]:country+[N3]:country+[N3]:country+[N3]:country with:01,02,03 without:426
426 A N3:country with:01,02,03
427 A X..3 with:01+422,02+422,03+422
4300-4301 A X..35:percentEncoded with:00
4302 A X..70:percentEncoded with:00
4303 A X..70:percentEncoded with:4302
4304-4306 A X..70:percentEncoded with:00
4307 A X2:countryLetters with:00
4308 A X..30 with:00
4309 A N10:latitude+N10:longitude with:00
4310-4311 A X..35:percentEncoded with:00
4312 A X..70:percentEncoded with:00
4313 A X..70:percentEncoded with:4312
4314-4316 A X..70:percentEncoded with:00
4317 A X2:countryLetters with:00
4318 A X..20 with:00
4319 A X..30 with:00
4320 A X..35:percentEncoded with:00
4321-4323 A N1:yesOrNo with:00
4324-4325 A N6:dayOrMonth+N4:hoursMinutes with:00
4326 A N6:day with:00
4330 A N6+[X1]:minus with:00 without:4331
4331 A N6+[X1]:minus with:00 without:4330
4332 A N6+[X1]:minus with:00 without:4333
4333 A N6+[X1]:minus with:00 without:4332
7001 A N13 with:01,02,8006,8026
7002 A X..30 with:01,02
7003 A N6:day+N4:hoursMinutes with:01,02,03
7004 A N..4 with:01+10,03+10
7005 A X..12 with:01,02
7006 A N6:day with:01,02
7007 A N6:day+[N6]:day with:01,02
7008 A X..3 with:01,02
7009 A X..10 with:01,02
7010 A X..2 with:01,02,03
7011 A N6:day+[N4]:hoursMinutes with:01,02,03
7020 A X..20 with:01+416,03+416,8006+416
7021 A X..20 with:01,03,8006
7022 A X..20 with:01+7021,03+7021,8006+7021
7023 A X..30:companyPrefix
7030-7039 A N3:countryOrSeveral+X..27 with:01,02
7040 - N1+X1+X1+X1:importerIndex
7041 - X..4:packageType with:00
710-717 A X..20 with:01
7230-7239 A X2+X..28 with:01,8004
7240 A X..20 with:01,8006 without:03
7241 A N2:mediaType with:8017,8018
7242 A X..25 with:8017,8018
7250 A N8:longDay with:8018 without:7251
7251 A N8:longDay+N4:hoursMinutes with:8018 without:7250
7252 A N1:sex with:8018
7253-7254 A X..40:percentEncoded with:8017,8018 without:7256,7259
7255 A X..10 with:8017,8018 without:7256,7259
7256 A X..90:percentEncoded with:8017,8018
7257 A X..70:percentEncoded with:8018
7258 A X3:positionOfTotal with:8018+7259
7259 A X..40:percentEncoded with:8018 without:7256
8001 A N4:notZero+N5:notZero+N3:notZero+N1:winding+N1 with:01
8002 A X..20
8003 A N1:zero+N13:check+[X..16] key
8004 A X..30:companyPrefix key:7040
8005 A N6 with:01,02
8006 A N14:check+N4:pieceOfTotal without:01,03,37 key:22,10,21
8007 A X..34:iban with:415
8008 A N6:day+N2:hours+[N2]:minutes+[N2]:seconds with:01,02,03
8009 A X..50 with:00,01,03
8010 A Y..30:companyPrefix key:8011
8011 - N..12:noLeadingZero with:8010
8012 A X..20 with:01,03,8006
8013 A X..25:companyPrefix:checkPair key
8014 - X..25:companyPrefix:checkPair:notAllDigits with:01
8017 A N18:check without:8018 key:8019
8018 A N18:check without:8017 key:8019
8019 - N..10 with:8017,8018
8020 - X..25 with:415
8026 A N14:check+N4:pieceOfTotal with:37 without:02,03,8006
8030 A Z..90 with:00,01+21,03+21,253,255,8003,8004,8006+21,8010+8011,8017,8018
8040 - N15 with:01+21
8041 - N15 with:01+21+8040
8042 - N32 with:01+21+8040
8043 - N18+[N..2] with:01+21+8040
8110 A X..70:coupon
8111 A N4 with:255
8112 A X..70:posOffer
8200 - X..70 with:01
90 A X..30
91-99 A X..90`;

// Weights and measures: three digits say what is measured, the fourth how many decimals; always six digits of value.
const measuresOfGoods = '310-316 320-329 350-352 356 357 360 361 364-366';
const measuresOfParcels = '330-336 340-349 353-355 362 363 367-369';

let identifiers: Map<string, ApplicationIdentifier> | null = null;

/** The identifier with this code; undefined where GS1 has given out none. */
export function applicationIdentifier(code: string): ApplicationIdentifier | undefined {
  identifiers ??= new Map([...table.trim().split('\n').flatMap(readLine), ...measures()].map((identifier) => [identifier.code, identifier]));
  return identifiers.get(code);
}

/** The identifier that a string without brackets begins with: no code is the beginning of another. */
export function leadingIdentifier(text: string): ApplicationIdentifier | undefined {
  for (const length of [2, 3, 4]) {
    const identifier = applicationIdentifier(text.slice(0, length));
    if (identifier && text.length >= length) return identifier;
  }
  return undefined;
}

/** Whether a code is meant by a pattern in which n is any digit. */
export const meansCode = (pattern: string, code: string): boolean => pattern.length === code.length && [...pattern].every((sign, place) => sign === 'n' || sign === code[place]);

function measures(): ApplicationIdentifier[] {
  const lines = (stems: string, beside: string) => stems.split(' ').flatMap(codesOf).map((stem) => `${stem}0-${stem}5 FA N6 with:${stem === '337' ? '01' : beside} without:${stem}n`);
  return [...lines(measuresOfGoods, '01,02'), ...lines(measuresOfParcels, '00,01'), ...lines('337', '01')].flatMap(readLine);
}

function readLine(line: string): ApplicationIdentifier[] {
  const [codes = '', flags = '', format = '', ...rules] = line.trim().split(' ');
  const rule = (name: string) => rules.find((text) => text === name || text.startsWith(`${name}:`))?.slice(name.length + 1);
  const list = (text: string | undefined, separator: string) => (text ? text.split(separator) : []);
  const key = rule('key');
  return codesOf(codes).map((code) => ({
    code, isPredefined: flags.includes('F'), isLinkAttribute: flags.includes('A'), parts: format.split('+').map(readPart),
    with: list(rule('with'), ',').map((group) => group.split('+')), without: list(rule('without'), ','),
    linkKey: key === undefined ? null : [[], ...list(key, '|').map((way) => way.split(','))],
  }));
}

/** "N..20:check", "[X..17]": set, length or greatest length, checks. */
function readPart(text: string): ValuePart {
  const [, optional, set = 'X', upTo, length = '0', checks = ''] = /^(\[?)([NXYZ])(\.\.)?(\d+)\]?((?::\w+)*)$/.exec(text) ?? [];
  return { set: set as ValuePart['set'], least: upTo ? 1 : Number(length), most: Number(length), optional: optional === '[', checks: checks.split(':').slice(1) as ValueCheck[] };
}

function codesOf(range: string): string[] {
  const [first = '', last = first] = range.split('-');
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, step) => String(Number(first) + step).padStart(first.length, '0'));
}
