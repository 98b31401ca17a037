/** Shapes of what could point at one child. Each is written so that it misses little in a sentence about a child. */

const numberWords = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
] as const;

/** Capital words that stand before a number without being anybody's name. */
const notNames = new Set(
  (
    'January February March April May June July August September October November December ' +
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday Spring Summer Autumn Winter Christmas Easter ' +
    'Year Years Stage Key Level Grade Band Age Aged Ages Phase Round Part Page Section Table Figure Item Priority ' +
    'Commitment Promise Home Health Voice Skills Learning Relationships The This That There It In On At By Of For ' +
    'And But Our We They He She Each Every Only About Around Over Under Nearly Almost Total Number Since From Last ' +
    'Next Another One Two Three Four Five Children Young People Ofsted England Council Portsmouth'
  ).split(' '),
);

const notInitials = new Set('UK US EU UN GP IT HR PA TV SW VS AI LA PR QA ED PE RE ID'.split(' '));
export const areInitials = (letters: string) => !notInitials.has(letters);

export const isName = (words: string) => !words.split(/\s+/).some((word) => notNames.has(word));

const oneOf = 'child|young person|boy|girl|baby|toddler|teenager|teen|care leaver|young woman|young man|pupil';
const manyOf =
  'children|young people|boys|girls|babies|toddlers|teenagers|care leavers|young women|young men|pupils|siblings';
const between =
  '(?:of (?:our|the|these|those|them|your)\\s+)?(?:(?:more|other|further|new|older|younger|disabled|separated|unaccompanied|looked[ -]after|care[ -]experienced|foster|local|different|our|very)\\s+){0,2}';

const given = "\\p{Lu}(?:['’]\\p{Lu})?\\p{Ll}+(?:[-'’]\\p{L}\\p{Ll}+)?";
const name = `${given}(?:\\s${given})?`;
const age = '(?:[1-9]|1\\d|2[0-5])';
const afterAge =
  '(?=\\s*(?:$|[,.;:)!?–-]|years?\\b|yrs?\\b|months\\b|and\\s+(?!\\d)|who\\b|has\\b|had\\b|is\\b|was\\b|said\\b|says\\b|told\\b|moved\\b|lives\\b|went\\b))(?![.,:]\\d|%)';
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const date = `(?:${day}(?:st|nd|rd|th)?(?: of)? (?:${months}),? \\d{4}|${day}[/.-](?:0?[1-9]|1[0-2])[/.-](?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2})`;

/** Ten digits as they are printed on a letter; every place is tried, and the check digit decides. */
export const nhsShape = /(?<!\d)(?=(\d{3}[ -]?\d{3}[ -]?\d{4})(?!\d))/g;
export const upnShape = /\b[A-HJ-NP-RT-Z]\d{11}[0-9A-Z]\b/gi;
export const postcodeShape =
  /\b(?:GIR ?0AA|[A-PR-UWYZ](?:\d[A-HJKPS-UW\d]?|[A-HK-Y]\d[ABEHMNPRV-Y\d]?) ?\d[ABD-HJLNP-UW-Z]{2})\b/gi;
export const emailShape = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
export const phoneShape = /(?<![\d.,-])(?:\+44 ?\(?0?\)?|0)[1-9](?:[ -]?\d){8,9}(?![\d%])/g;
export const dateShape = new RegExp(`(?<![\\d/.-])${date}(?!\\d)`, 'gi');
export const birthShape = new RegExp(
  `\\b(?:born|birthday|birth|d\\.?o\\.?b\\.?)\\b[^.!?\\n]{0,30}?(?<![\\d/.-])${date}(?!\\d)`,
  'gi',
);
export const nameThenAge = new RegExp(
  `(?<![\\p{L}\\d])(${name}|\\p{Lu}{2,3})(?:,? \\(|, ?| is | was | turned | turns |,? aged |,? age |, who is )(?:now |just |only |aged |age )?${age}(?:\\)|${afterAge})`,
  'gu',
);
export const ageThenName = new RegExp(`\\b${age}[- ]years?[- ]old (${name})`, 'gu');
export const oneChild = new RegExp(
  `\\b(?:one|1) (?:(?:of (?:our|the|these|those) )|(?:particular|single|other|specific|looked[- ]after|foster|disabled|separated) ){0,2}(?:${oneOf})\\b(?! (?:in|out of) (?:every |\\d|${numberWords.join('|')}))(?!(?:'s|’s| at a time))|\\bone of (?:our|the|these|those) (?:${manyOf})\\b(?!['’])|\\b(?:a|an|the|this|that|another|her|his) (?:(?:little|young|older|younger|disabled) )?(?:${oneOf}),? (?:who (?:is|was) |of )?(?:aged? )?${age}\\b(?! (?:or|and|to) )(?!%)|\\b(?:a|an|the|this|that|another|one|our) ${age}[- ]years?[- ]old\\b(?!s)`,
  'gi',
);
/** Two capitals that do something a person does. */
export const bareInitials =
  /(?<![\p{L}\d&-])(\p{Lu}{2})(?:['’]s\b| (?:moved|said|says|told|lives|lived|went|feels|felt|wants|wanted|likes|started|stopped|returned|ran|turned|stays|stayed)\b)/gu;
export const dottedInitials = /(?<![\p{L}.])(?:\p{Lu}\.\s?){2,3}(?!\p{Ll}{0,2}\.)/gu;
export const namedByLetter =
  /\b(?:[Cc]hild|[Yy]oung [Pp]erson|[Bb]oy|[Gg]irl|[Cc]lient|YP|[Ss]ibling) [A-Z]{1,2}\b(?!\p{L}|['’]?\p{Ll})/gu;

/** Counts of children from 2 to the threshold, in digits or in words. */
export function smallCount(threshold: number): RegExp | null {
  const words = numberWords.slice(1, threshold);
  if (words.length === 0) return null;
  const digits = words.map((_, index) => index + 2).join('|');
  return new RegExp(
    `(?<!\\b(?:in|every|of|to|than|in every)\\s)(?<![\\d.,/-])\\b(?:${words.join('|')}|${digits})\\b(?![.,]\\d|%)\\s+${between}(?:${manyOf})\\b(?!['’]|\\s(?:homes?|services?|groups?|teams?|panels?|councils?|workers?)\\b)`,
    'gi',
  );
}

/** The same without naming who: "1 in care", "two were excluded". What stands before tells a count from a label. */
export function smallCountAlone(threshold: number): RegExp | null {
  const words = numberWords.slice(0, threshold);
  if (words.length === 0) return null;
  const digits = words.map((_, index) => index + 1).join('|');
  const happened =
    '(?:in (?:our |local authority |foster |residential )?care|looked after|(?:is|are|was|were|went|has been|have been) (?:\\p{L}+ )?(?:in care|looked after|missing|excluded|suspended|arrested|convicted|cautioned|homeless|pregnant|detained|adopted|in custody|in hospital|not in (?:school|education|touch)))';
  return new RegExp(
    `(?<!\\b(?:no|any|every|each|some|the|this|that|in|of|to|than|year|key stage|stage|grade|level|item|priority|phase|step|part|section|promise|commitment|table|figure|page|number|round|target|home)\\s)(?<![\\p{L}\\d.,/:-])(?:${words.join('|')}|${digits})\\s+${happened}(?!\\p{L})`,
    'giu',
  );
}
