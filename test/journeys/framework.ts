import { sealQuote } from '@core/framework';
import { fen } from '@core/kernel';
import type { Client } from '../support/client';
import { bidAll, formedPanel, openByPlan, seatedPanel, type Priced } from './by-plan';
import { holderKeys } from './holders';
import { publishDraft } from './small-works';
import { evaluate } from './to-award';
import { uploadFile } from './upload';
import { clockTo, until, type World } from './world';

/** A year of desktop computers for the county's offices: five respond, four are admitted. */
export const DESKTOPS = {
  title: '2026年度台式计算机框架协议采购',
  ceilingFen: '400000',
  offers: [
    { username: 'firm1', price: '3900.00' },
    { username: 'firm2', price: '3650.00' },
    { username: 'firm3', price: '3800.00' },
    { username: 'firm4', price: '3700.00' },
    { username: 'firm5', price: '3990.00' },
  ],
  terms: {
    eliminationPercent: 20,
    months: 12,
    callOff: ['direct', 'competition', 'rotation'],
    unit: '台',
    buyers: '全县各级预算单位',
    outsideAward: true,
  },
} as const;

/** A supplier of a package, as everybody reads it. */
export interface ReadSupplier {
  readonly id: string;
  readonly rank: number;
  readonly name: string;
  readonly priceFen: string;
  readonly state: string;
  readonly own: boolean;
}

/** A framework, as everybody reads it. */
export interface ReadFramework {
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly open: boolean;
  readonly packages: readonly {
    readonly lot: number;
    readonly suppliers: readonly ReadSupplier[];
    readonly nextSupplierId: string | null;
    readonly turns: readonly { readonly round: number; readonly supplierId: string }[];
    readonly supplementDue: boolean;
  }[];
  readonly totals: Record<string, number | string>;
  readonly duties: readonly { readonly duty: string; readonly doneAt: string | null }[];
}

/** An order. */
export interface ReadOrder {
  readonly id: string;
  readonly code: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly state: string;
  readonly way: string;
  readonly unitPriceFen: string;
  readonly amountFen: string;
  readonly delivery: string | null;
}

interface Made {
  readonly id: string;
}

/** The draft of a framework with its basis, its document and its key holders; no terms yet. */
export async function frameworkDraft(
  world: World,
  title: string = DESKTOPS.title,
): Promise<string> {
  const tenderer = await world.as('township');
  const project = await tenderer.post<Made>('/api/projects', {
    title,
    kind: 'goods',
    owner: 'township',
    partOfWorks: false,
    fiscalFunds: true,
    inCatalogue: true,
    estimateFen: '60000000',
    totalInvestmentFen: '60000000',
    category: 'goods',
    region: '采禾乡',
    approvalNumber: '采财采〔2026〕1号',
  });
  const registrar = await world.as('registrar');
  await registrar.post(`/api/projects/${project.id}/answer`, { missing: [] });
  const text = new TextEncoder().encode('框架协议采购方案');
  const plan = await uploadFile(tenderer, '采购方案.txt', 'text/plain', text);
  const { id } = await tenderer.post<Made>('/api/tenders', {
    projectId: project.id,
    title,
    method: 'framework_agreement',
    ceilingFen: DESKTOPS.ceilingFen,
    bidBondFen: '0',
    basis: {
      documentNumber: '采财采〔2026〕框架1号',
      condition: '集中采购目录以内品目，属于小额零星采购',
      fileId: plan.id,
    },
  });
  const paper = await uploadFile(
    tenderer,
    '征集文件.txt',
    'text/plain',
    new TextEncoder().encode('征集文件：价格优先法。'),
  );
  const document = { fileId: paper.id, kind: 'tender_document', title: '征集文件' };
  await tenderer.post(`/api/tenders/${id}/documents`, document);
  await tenderer.put(`/api/tenders/${id}/sealing`, (await holderKeys(id)).sealing);
  return id;
}

/** From the published call to the admitted list: sealed responses, opening, panel, publication. */
export async function admitSuppliers(
  world: World,
  id: string,
  offers: readonly Priced[] = DESKTOPS.offers,
): Promise<ReadFramework> {
  const tenderer = await world.as('township');
  const deadline = await publishDraft(tenderer, id);
  const bids = await bidAll(world, id, offers);
  await formedPanel(world, id, deadline);
  await openByPlan(world, id, deadline, bids);
  await evaluate(world, id, await seatedPanel(world, id));
  await until('the list', () => tenderer.post(`/api/tenders/${id}/candidates`).catch(() => null));
  const { publicityUntil } = await tenderer.get<{ publicityUntil: string }>(`/api/tenders/${id}`);
  await clockTo(world, publicityUntil);
  await tenderer.post(`/api/tenders/${id}/award`);
  return readFramework(world, id);
}

/** A framework as everybody reads it. */
export function readFramework(world: World, id: string): Promise<ReadFramework> {
  return world.stranger().get(`/api/public/frameworks/${id}`);
}

/** Every supplier says what it delivers, and both sides sign. */
export async function signAll(
  world: World,
  id: string,
  usernames: readonly string[],
): Promise<Map<string, ReadSupplier>> {
  const tenderer = await world.as('township');
  const signed = new Map<string, ReadSupplier>();
  for (const username of usernames) {
    const firm = await world.as(username);
    const { packages } = await firm.get<ReadFramework>(`/api/public/frameworks/${id}`);
    const own = packages.flatMap(({ suppliers }) => suppliers).find((one) => one.own);
    if (!own) continue;
    await firm.put(`/api/framework-suppliers/${own.id}/product`, {
      name: '台式计算机',
      brand: '长河',
      model: `T-${username}`,
      parameters: '16 GB 内存，512 GB 固态硬盘，23.8 英寸显示器',
      service: '下单后三个工作日送达，三年上门保修',
    });
    const { fingerprint } = await firm.get<{ fingerprint: string }>(
      `/api/public/framework-suppliers/${own.id}/agreement`,
    );
    await firm.post(`/api/framework-suppliers/${own.id}/sign`, { fingerprint });
    await tenderer.post(`/api/framework-suppliers/${own.id}/sign`, { fingerprint });
    signed.set(username, own);
  }
  return signed;
}

/** A sealed quote as a supplier's browser makes it; its opening stays with the supplier. */
export async function quote(
  client: Client,
  callId: string,
  supplierId: string,
  unitPriceFen: number,
): Promise<{ readonly unitPriceFen: string; readonly nonce: string }> {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex');
  const sealed = sealQuote({ callId, supplierId, unitPrice: fen(unitPriceFen), nonce });
  if (!sealed.ok) throw new Error(sealed.refusal.code);
  await client.post(`/api/quote-calls/${callId}/quotes`, { sealed: sealed.value });
  return { unitPriceFen: String(unitPriceFen), nonce };
}
