import {
  answeredObjection,
  complaintBody,
  filedComplaint,
  sentEvidence,
} from '../../journeys/complaint';
import { rankedTender } from '../../journeys/objection';
import { smallProject } from '../../journeys/small-works';
import { until, type World } from '../../journeys/world';
import { Looks } from './looks';
import { ACCOUNTS, commission } from './road';

/** The moments of a complaint between which something becomes visible. */
export const COMPLAINT_MOMENTS = ['filed', 'served', 'answered', 'decided'] as const;
export type ComplaintMoment = (typeof COMPLAINT_MOMENTS)[number];

/** `complainant`: the firm that complains, of the first candidate, who is `candidate`. */
export const COMPLAINT_READERS = [
  'public',
  ...(Object.keys(ACCOUNTS) as (keyof typeof ACCOUNTS)[]),
  'expert',
  'complainant',
  'candidate',
  'other bidder',
] as const;
export type ComplaintReader = (typeof COMPLAINT_READERS)[number];

const PROBES = {
  whole: '/api/complaints/:complaint',
  mine: '/api/complaints',
  evidence: '/api/complaints/:complaint/files/:evidence',
  counterEvidence: '/api/complaints/:complaint/files/:counter',
  decisions: '/api/public/tenders/:tender/complaints',
  decision: '/api/public/complaints/:complaint',
  paper: '/api/public/complaints/:complaint/file',
  page: '/api/public/tenders/:tender',
  own: '/api/tenders/:tender',
  objections: '/api/tenders/:tender/objections',
  inbox: '/api/inbox',
  reading: '/tenders/:tender',
  ocds: '/api/ocds/releases',
  records: '/api/ocds/records',
} as const;

const OFFERS = [
  { username: 'firm1', price: '790000.00' },
  { username: 'firm2', price: '820000.00' },
  { username: 'firm3', price: '850000.00' },
];

/** What the complainant says, what the tenderer answers, and what the authority finds. */
export const SAID = {
  complaint: (complaintBody('2026-03-01') as { text: string }).text,
  answer: '评审合法，附评审记录。',
  findings: '业绩证明系伪造，经发证机关核实。',
} as const;

interface Whole {
  readonly files: readonly { readonly id: string; readonly side: string }[];
}

/** A result that is complained of: filed, accepted and served, answered, decided. */
export class Complained extends Looks<ComplaintMoment, ComplaintReader, keyof typeof PROBES> {
  constructor() {
    super(COMPLAINT_MOMENTS, PROBES, ['evidence', 'counterEvidence', 'paper']);
  }

  async walk(world: World): Promise<void> {
    const people = { complainant: 'firm2', candidate: 'firm1', 'other bidder': 'firm3' };
    this.readers.set('public', world.stranger());
    for (const [reader, username] of Object.entries({
      ...ACCOUNTS,
      expert: 'expert1',
      ...people,
    })) {
      this.readers.set(reader as ComplaintReader, await world.as(username));
    }
    const [tenderer, supervisor] = [await world.as('township'), await world.as('supervisor')];
    const projectId = await smallProject(world);
    await commission(tenderer, projectId);
    const tender = await rankedTender(world, projectId, OFFERS);
    await answeredObjection(world, 'firm2', tender);
    const complaint = await filedComplaint(world, 'firm2', tender);
    Object.assign(this.names, { tender, complaint });
    const url = `/api/complaints/${complaint}`;
    const idOf = async (side: string): Promise<string> =>
      (await supervisor.get<Whole>(url)).files.find((one) => one.side === side)?.id ?? '';
    this.names.evidence = await idOf('complainant');
    await this.look('filed');
    await supervisor.post(`${url}/acceptance`, {});
    await this.look('served');
    const fileIds = [await sentEvidence(world, 'township', '评审记录.pdf')];
    await tenderer.post(`${url}/answer`, { text: SAID.answer, fileIds });
    this.names.counter = await idOf('respondent');
    await this.look('answered');
    const decision = { findings: SAID.findings, basis: '《招标投标法》第五十四条。' };
    await supervisor.post(`${url}/decision`, {
      ...decision,
      outcome: 'upheld',
      order: 'leave_out',
    });
    await until('the decision on paper', async () => {
      const path = `/api/public/complaints/${complaint}/file`;
      return (await world.stranger().fetch(path, { method: 'HEAD' })).status === 200;
    });
    await this.look('decided');
  }
}
