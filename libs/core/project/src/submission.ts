import { differenceOf, fenToYuan, type Difference, type Fen } from '@core/kernel';
import type { OwnerKind, ProjectKind } from '@core/rules';
import type { ProjectAttachment } from './attachment';
import type { TypedProject } from './draft';
import type { ProvenExemption } from './exemption';
import type { PlannedLot } from './planned-lots';
import type { WorksClass } from './unified-code';

/** Everything a tenderer says of a project when it is handed in. */
export interface ProjectContent {
  readonly title: string;
  readonly kind: ProjectKind;
  /** What is built; null: it is no works, or its class is not named. */
  readonly worksClass: WorksClass | null;
  readonly owner: OwnerKind;
  readonly category: string;
  readonly region: string;
  readonly approvalNumber: string;
  readonly partOfWorks: boolean;
  readonly fiscalFunds: boolean;
  readonly inCatalogue: boolean;
  readonly localProcurement: boolean;
  readonly estimate: Fen;
  readonly totalInvestment: Fen;
  /** Null: not given. */
  readonly budgetFunds: Fen | null;
  readonly together: Fen | null;
  readonly exemption: ProvenExemption | null;
  readonly lots: readonly PlannedLot[];
  readonly attachments: readonly ProjectAttachment[];
}

/** The plain fields of a content, in the order in which they are compared. */
export const PROJECT_FIELDS = [
  'title',
  'kind',
  'worksClass',
  'owner',
  'category',
  'region',
  'approvalNumber',
  'partOfWorks',
  'fiscalFunds',
  'inCatalogue',
  'localProcurement',
  'estimate',
  'totalInvestment',
  'budgetFunds',
  'together',
] as const satisfies readonly (keyof ProjectContent)[];

const AMOUNTS: ReadonlySet<string> = new Set([
  'estimate',
  'totalInvestment',
  'budgetFunds',
  'together',
]);

function textOf(field: string, value: string | number | boolean | null): string | null {
  // Contents handed in before a field was asked for lack it.
  if (value == null) return null;
  return AMOUNTS.has(field) ? fenToYuan(value as Fen) : String(value);
}

function items({ lots, attachments, exemption }: ProjectContent): ReadonlyMap<string, string> {
  return new Map([
    ...lots.map(
      ({ number, title, estimate }) =>
        [`lots/${number}`, `${title} · ${fenToYuan(estimate)}`] as const,
    ),
    ...attachments.map(
      ({ fileId, kind, title, sha256 }) =>
        [`attachments/${fileId}`, `${kind} · ${title} · ${sha256.slice(0, 16)}`] as const,
    ),
    ...(exemption === null
      ? []
      : ([
          ['exemption/ground', exemption.ground],
          ['exemption/evidence', exemption.evidence],
          ['exemption/file', exemption.fileId],
        ] as const)),
  ]);
}

/**
 * Everything in which a project that is handed in again differs from what was handed in before: fields by their name,
 * `lots/<number>`, `attachments/<file>`, `exemption/<part>`. Amounts are texts in yuan.
 */
export function diffSubmissions(
  before: ProjectContent,
  after: ProjectContent,
): readonly Difference[] {
  const fields = PROJECT_FIELDS.flatMap((field) =>
    differenceOf(field, textOf(field, before[field]), textOf(field, after[field])),
  );
  const [one, other] = [items(before), items(after)];
  const lists = [...new Set([...one.keys(), ...other.keys()])].flatMap((key) =>
    differenceOf(key, one.get(key) ?? null, other.get(key) ?? null),
  );
  return [...fields, ...lists];
}

/** A content as it stands in its form again: what a returned project is typed on from. */
export function typedAgain(content: ProjectContent): TypedProject {
  const { exemption, lots, attachments, estimate, totalInvestment, budgetFunds, together } =
    content;
  const { title, region, approvalNumber, kind, worksClass, owner, category } = content;
  const { partOfWorks, fiscalFunds, inCatalogue, localProcurement } = content;
  return {
    title,
    region,
    approvalNumber,
    kind,
    ...(worksClass === null ? {} : { worksClass }),
    owner,
    category,
    partOfWorks,
    fiscalFunds,
    inCatalogue,
    localProcurement,
    estimate: fenToYuan(estimate),
    investment: fenToYuan(totalInvestment),
    ...(budgetFunds === null ? {} : { budgetFunds: fenToYuan(budgetFunds) }),
    ...(together === null ? {} : { together: fenToYuan(together) }),
    ...(exemption === null
      ? {}
      : {
          ground: exemption.ground,
          evidence: exemption.evidence,
          proof: { fileId: exemption.fileId, title: '' },
        }),
    lots: lots.map((lot) => ({ title: lot.title, estimate: fenToYuan(lot.estimate) })),
    attachments: attachments.map(({ fileId, kind: shows, title: name }) => ({
      fileId,
      kind: shows,
      title: name,
    })),
  };
}
