import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  HeadingLevel,
  type IStylesOptions,
  LevelFormat,
  TabStopType,
} from 'docx';

/** Arial is what council reports are set in; where it is missing, a font of the same widths takes its place. */
const font = 'Arial';

const mm = convertMillimetersToTwip;

/** A4, with the margins of a paper that may be punched. Twips. */
export const a4 = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: mm(22), bottom: mm(20), left: mm(22), right: mm(20) },
};

/** The width between the margins, in twips: what tables and charts may take. */
export const textWidthTwips = a4.size.width - a4.margin.left - a4.margin.right;

export const headings = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const;

/** Sections 1, 2, 3 and their paragraphs 1.1, 1.2 as one list: Word counts to the numbers that the document gave. */
export const paragraphList = { reference: 'sections' } as const;
export const bulletList = { reference: 'bullets', level: 0 } as const;

const hanging = mm(13);

export const numbering = {
  config: [
    {
      reference: paragraphList.reference,
      levels: [
        { level: 0, text: '%1.' },
        { level: 1, text: '%1.%2' },
      ].map((level) => ({
        ...level,
        format: LevelFormat.DECIMAL,
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: hanging, hanging } } },
      })),
    },
    {
      reference: bulletList.reference,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: hanging + mm(6), hanging: mm(6) } } },
        },
      ],
    },
  ],
};

/** The look of the file. Sizes are half points; spacing is in twips. */
export function styles(colour: string): IStylesOptions {
  const brand = colour.slice(1);
  const heading = (size: number, before: number, colourOf = brand) => ({
    run: { font, size, bold: true, color: colourOf },
    paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
  });
  const based = { basedOn: 'Normal', quickFormat: true };
  return {
    default: {
      document: {
        run: { font, size: 22, language: { value: 'en-GB' } },
        paragraph: { spacing: { after: 140, line: 276, lineRule: 'auto' } },
      },
      title: {
        run: { font, size: 44, bold: true, color: brand },
        paragraph: {
          spacing: { after: 200 },
          border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: brand, space: 6 } },
        },
      },
      heading1: heading(30, 400),
      heading2: heading(25, 320),
      heading3: heading(22, 260, '14191E'),
      caption: {
        run: { font, size: 20, bold: true, italics: false, color: '14191E' },
        paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
      },
    },
    paragraphStyles: [
      { id: 'NumberedParagraph', name: 'Numbered paragraph', ...based },
      { id: 'ListBullet', name: 'List Bullet', ...based, paragraph: { spacing: { after: 60 } } },
      { id: 'Field', name: 'Field', ...based, paragraph: { spacing: { after: 80 } } },
      {
        id: 'Cell',
        name: 'Cell',
        ...based,
        run: { size: 19 },
        paragraph: { spacing: { after: 40, line: 252 } },
      },
      { id: 'AfterTable', name: 'After table', ...based, paragraph: { spacing: { after: 60, line: 120 } } },
      { id: 'ContentsHeading', name: 'Contents heading', ...based, ...heading(30, 400) },
      { id: 'TOC1', name: 'toc 1', ...based, paragraph: contents(0) },
      { id: 'TOC2', name: 'toc 2', ...based, paragraph: contents(mm(6)) },
      {
        id: 'Note',
        name: 'Note',
        ...based,
        paragraph: {
          spacing: { before: 120, after: 200 },
          border: { left: { style: BorderStyle.SINGLE, size: 24, color: brand, space: 8 } },
          indent: { left: 160 },
        },
      },
      {
        id: 'Footer',
        name: 'footer',
        ...based,
        run: { size: 17, color: '4C565D' },
      },
    ],
  };
}

const contents = (left: number) => ({ spacing: { after: 60 }, indent: { left } });

/** Where a text stands that ends at the right margin. */
export const atRightMargin = { type: TabStopType.RIGHT, position: textWidthTwips };
