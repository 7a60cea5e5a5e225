/**
 * Our own extension of OCDS: draws by lot (experts of a panel, a lottery among contractors, coefficients), which no
 * registered extension describes. Served beside the data, and named in every package.
 */
export const DRAW_EXTENSION = {
  name: { en: 'Verifiable draws', zh: '可验证抽签' },
  description: {
    en: 'Draws by lot within a contracting process: of evaluation experts, of a winner among equals, of coefficients, of a sample of the bids. Each names its record in a public append-only log, from which anybody can recompute it.',
    zh: '交易过程中的随机抽取：评标专家、同等条件下的中选人、评标系数、投标样本和同分顺序。每次抽取都指向公开日志中的记录，任何人可据以重算。',
  },
  documentationUrl: {
    en: 'https://standard.open-contracting.org/1.1/en/schema/conformance_and_extensions/',
  },
  compatibility: ['1.1'],
  schemas: ['release-schema.json'],
  codelists: ['drawPurpose.csv', 'drawSource.csv'],
} as const;

/** The patch of the release schema (JSON Merge Patch, as every OCDS extension). */
export const DRAW_EXTENSION_SCHEMA = {
  definitions: {
    Tender: {
      properties: {
        draws: {
          title: 'Draws',
          description: 'Draws by lot held for this contracting process.',
          type: 'array',
          items: { $ref: '#/definitions/Draw' },
          uniqueItems: true,
        },
      },
    },
    Draw: {
      title: 'Draw',
      description: 'One finished draw by lot.',
      type: 'object',
      required: ['id'],
      properties: {
        id: {
          title: 'ID',
          description: 'A local identifier for this draw, unique within this array.',
          type: 'string',
          minLength: 1,
        },
        drawID: {
          title: 'Draw ID',
          description: 'The name under which the public log knows this draw.',
          type: ['string', 'null'],
        },
        purpose: {
          title: 'Purpose',
          description: 'What was drawn, using the closed drawPurpose codelist.',
          type: ['string', 'null'],
          codelist: 'drawPurpose.csv',
          openCodelist: false,
          enum: ['panel', 'lottery', 'supervisor', 'coefficient', 'other', null],
        },
        attempt: {
          title: 'Attempt',
          description:
            'The number of this attempt, from 1; earlier ones were voided with a reason.',
          type: ['integer', 'null'],
        },
        source: {
          title: 'Source of randomness',
          description: 'Where the last randomness came from, using the closed drawSource codelist.',
          type: ['string', 'null'],
          codelist: 'drawSource.csv',
          openCodelist: false,
          enum: ['escrow', 'drand', 'physical', null],
        },
        poolSize: {
          title: 'Size of the pool',
          description: 'How many could have been drawn.',
          type: ['integer', 'null'],
        },
        seed: {
          title: 'Seed',
          description: 'The seed the draw follows from, hexadecimal.',
          type: ['string', 'null'],
        },
        outcome: {
          title: 'Outcome',
          description:
            'What was drawn, in order: values of a public pool, or row numbers of one disclosed later.',
          type: ['array', 'null'],
          items: { type: 'string' },
        },
        date: {
          title: 'Date',
          description: 'When the result stood.',
          type: ['string', 'null'],
          format: 'date-time',
        },
        uri: {
          title: 'URI',
          description: 'The page where the draw can be followed and recomputed.',
          type: ['string', 'null'],
          format: 'uri',
        },
      },
    },
  },
} as const;

const PURPOSES: readonly (readonly [string, string, string])[] = [
  ['panel', 'Evaluation panel', 'Experts of an evaluation panel.'],
  ['lottery', 'Lottery', 'The winner among equally qualified contractors.'],
  ['supervisor', 'Supervisor', 'Who supervises on the spot.'],
  ['coefficient', 'Coefficient', 'Coefficients of the evaluation method and orders of the bids.'],
  ['other', 'Other', 'Anything else.'],
];
const SOURCES: readonly (readonly [string, string, string])[] = [
  ['escrow', 'Escrow', 'Nonces of several parties, forced open if one withholds its own.'],
  ['drand', 'Public beacon', 'A later round of the drand beacon.'],
  ['physical', 'Physical', 'Dice or balls thrown in the room.'],
];

/** The extension's codelists, as CSV. */
export const DRAW_EXTENSION_CODELISTS: Readonly<Record<string, string>> = {
  'drawPurpose.csv': codelist(PURPOSES),
  'drawSource.csv': codelist(SOURCES),
};

function codelist(rows: readonly (readonly [string, string, string])[]): string {
  return (
    [['Code', 'Title', 'Description'], ...rows].map((row) => row.join(',')).join('\r\n') + '\r\n'
  );
}
