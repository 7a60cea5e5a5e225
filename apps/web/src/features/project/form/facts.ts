import { fenToWire } from '@core/kernel';
import type { TypedProjectBody } from '../../../shared/api/wire';
import type { ProjectAttachmentKind, WorksClass } from '@core/project';
import type { ExemptionGround } from '@core/rules';
import type { AttachmentTyped } from '../../../shared/files/file-list-field';
import { readYuan } from '../../../shared/ui/amounts';
import type { Proof } from './proof-field';

export const KINDS = ['works', 'goods', 'services'] as const;
export const OWNERS = ['agency', 'state_company', 'township', 'village', 'private'] as const;

/** A lot as it is typed. */
export interface TypedLot {
  readonly title?: string;
  readonly estimate?: string;
}

/** A project as it is typed. */
export interface TypedProject {
  readonly title: string;
  readonly region: string;
  readonly approvalNumber: string;
  readonly kind: (typeof KINDS)[number];
  readonly owner: (typeof OWNERS)[number];
  readonly worksClass?: WorksClass;
  readonly category: string;
  readonly estimate: string;
  readonly investment: string;
  readonly budgetFunds?: string;
  readonly together?: string;
  readonly ground?: ExemptionGround;
  readonly evidence?: string;
  readonly partOfWorks: boolean;
  readonly fiscalFunds: boolean;
  readonly inCatalogue: boolean;
  readonly localProcurement: boolean;
  readonly lots: readonly TypedLot[];
  readonly proof?: Proof;
  readonly attachments: readonly AttachmentTyped<ProjectAttachmentKind>[];
}

/** The lots whose sums can be read; one without a name yet goes by its number. */
function lotsOf(lots: TypedProject['lots']) {
  return lots.flatMap(({ title = '', estimate = '' }, at) => {
    const amount = readYuan(estimate);
    const name = title.trim() === '' ? String(at + 1) : title.trim();
    return amount === null ? [] : [{ title: name, estimateFen: fenToWire(amount) }];
  });
}

/** What else decides whether it must be tendered, as far as it is typed. */
function scopeOf(typed: Partial<TypedProject>) {
  const { budgetFunds = '', together = '', ground, evidence, proof } = typed;
  const file = proof === undefined ? {} : { fileId: proof.fileId };
  const budget = readYuan(budgetFunds);
  const other = readYuan(together);
  return {
    ...(budget === null ? {} : { budgetFundsFen: fenToWire(budget) }),
    ...(other === null ? {} : { togetherFen: fenToWire(other) }),
    ...(ground === undefined
      ? {}
      : { exemption: { ground, evidence: evidence?.trim() ?? '', ...file } }),
  };
}

/** Whether the catalogue of centralised procurement matters: a state body buys what belongs to no works with fiscal money. */
export function asksCatalogue(typed: Partial<TypedProject> | undefined): boolean {
  const { kind, owner, partOfWorks = false, fiscalFunds = false } = typed ?? {};
  const isState = owner === 'agency' || owner === 'township';
  return kind !== 'works' && !partOfWorks && fiscalFunds && isState;
}

/** The facts the rules are asked about; null until the sums can be read. */
export function factsOf(typed: Partial<TypedProject>) {
  const estimate = readYuan(typed.estimate ?? '');
  const investment = readYuan(typed.investment ?? '');
  const { kind, owner, category } = typed;
  if (estimate === null || investment === null) return null;
  if (kind === undefined || owner === undefined || category === undefined) return null;
  return {
    kind,
    owner,
    category,
    partOfWorks: typed.partOfWorks ?? false,
    fiscalFunds: typed.fiscalFunds ?? false,
    inCatalogue: asksCatalogue(typed) && (typed.inCatalogue ?? false),
    estimateFen: fenToWire(estimate),
    totalInvestmentFen: fenToWire(investment),
    lots: lotsOf(typed.lots ?? []),
    ...scopeOf(typed),
  };
}

export type ProjectFacts = NonNullable<ReturnType<typeof factsOf>>;

/** Facts the rules are asked about, with the project they are of when it was handed in before. */
export type AskedFacts = ProjectFacts & { readonly projectId?: string };

/** The project as it is handed in; null until the sums can be read. */
export function projectBodyOf(typed: TypedProject) {
  const facts = factsOf(typed);
  if (facts === null) return null;
  const { title, region, approvalNumber, category, attachments, kind, worksClass } = typed;
  return {
    ...facts,
    title,
    region,
    approvalNumber,
    ...(kind === 'works' && worksClass !== undefined ? { worksClass } : {}),
    localProcurement: category === 'agro' && typed.localProcurement,
    attachments: [...attachments],
  };
}

/** What is kept of a form as it stands: everything typed, nothing checked. */
export function typedOf({ lots, attachments, ...typed }: Partial<TypedProject>): TypedProjectBody {
  const kept = (lots ?? []).map(({ title = '', estimate = '' }) => ({ title, estimate }));
  return { ...typed, lots: kept, attachments: [...(attachments ?? [])] };
}

/** What the address of the form says: the draft to go on with. */
export function parseDraftSearch(search: Record<string, unknown>): { readonly draft?: string } {
  return typeof search.draft === 'string' && search.draft !== '' ? { draft: search.draft } : {};
}
