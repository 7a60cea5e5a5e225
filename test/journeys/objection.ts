import { bidAll, formedPanel, openByPlan, seatedPanel, type Priced } from './by-plan';
import { holderKeys } from './holders';
import { publishDraft, smallDraft } from './small-works';
import { evaluate } from './to-award';
import type { World } from './world';

/** A draft of the township's with its document and the keys of its holders. */
export async function sealedDraft(world: World, projectId: string): Promise<string> {
  const tenderer = await world.as('township');
  const id = await smallDraft(world, projectId, 'open_tender');
  await tenderer.put(`/api/tenders/${id}/sealing`, (await holderKeys(id)).sealing);
  return id;
}

/** A tender of the township's from its publication to the published candidates. */
export async function rankedTender(
  world: World,
  projectId: string,
  offers: readonly Priced[],
): Promise<string> {
  const tenderer = await world.as('township');
  const id = await sealedDraft(world, projectId);
  const deadline = await publishDraft(tenderer, id);
  const bids = await bidAll(world, id, offers);
  await formedPanel(world, id, deadline);
  await openByPlan(world, id, deadline, bids);
  await evaluate(world, id, await seatedPanel(world, id));
  await tenderer.post(`/api/tenders/${id}/candidates`);
  return id;
}

/** An objection a firm files; it waits for its answer. */
export async function filedObjection(
  world: World,
  username: string,
  tenderId: string,
  stage: 'documents' | 'result',
): Promise<string> {
  const firm = await world.as(username);
  const words = { text: '请核实。', stage };
  const { id } = await firm.post<{ id: string }>(`/api/tenders/${tenderId}/objections`, words);
  return id;
}

/** An objection that was filed by a firm and upheld by the township. */
export async function upheldObjection(
  world: World,
  username: string,
  tenderId: string,
  stage: 'documents' | 'result',
): Promise<string> {
  const id = await filedObjection(world, username, tenderId, stage);
  const tenderer = await world.as('township');
  await tenderer.post(`/api/objections/${id}/answer`, { text: '成立。', upheld: true });
  return id;
}

/** The registered project of a procurement of services by the township. */
export async function servicesProject(world: World, title: string): Promise<string> {
  const tenderer = await world.as('township');
  const { id } = await tenderer.post<{ id: string }>('/api/projects', {
    kind: 'services',
    owner: 'township',
    partOfWorks: false,
    fiscalFunds: true,
    estimateFen: '90000000',
    totalInvestmentFen: '90000000',
    category: 'services',
    title,
    region: '采禾乡',
    approvalNumber: '采政发〔2026〕9号',
  });
  const registrar = await world.as('registrar');
  await registrar.post(`/api/projects/${id}/answer`, { missing: [] });
  return id;
}
