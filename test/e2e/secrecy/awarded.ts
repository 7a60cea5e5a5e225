import { usernameOf, writeContract } from '../../journeys/contract';
import { rankedTender, servicesProject, upheldObjection } from '../../journeys/objection';
import { clockTo, until, type World } from '../../journeys/world';
import type { Client } from '../../support/client';
import { Looks } from './looks';
import { ACCOUNTS, commission } from './road';

/** The moments of an award between which something becomes visible, or void. */
export const AWARD_MOMENTS = ['written', 'voided', 'half signed', 'concluded'] as const;
export type AwardMoment = (typeof AWARD_MOMENTS)[number];

/** `former`: won first, and its award became void; `winner`: won then. */
export const AWARD_READERS = [
  'public',
  ...(Object.keys(ACCOUNTS) as (keyof typeof ACCOUNTS)[]),
  'expert',
  'former',
  'winner',
  'other bidder',
] as const;
export type AwardReader = (typeof AWARD_READERS)[number];

const PROBES = {
  page: '/api/public/tenders/:tender',
  result: '/api/public/tenders/:tender/result',
  contract: '/api/contracts/:contract',
  next: '/api/contracts/:next',
  paper: '/api/public/contracts/:next/file',
  contracts: '/api/tenders/:tender/contracts',
  mine: '/api/contracts/mine',
  published: '/api/public/tenders/:tender/contracts',
  letters: '/api/letters/mine',
  letter: '/api/letters/:letter/file',
  printed: '/api/public/printed/:fingerprint',
  inbox: '/api/inbox',
  reading: '/tenders/:tender',
  ocds: '/api/ocds/releases',
  records: '/api/ocds/records',
} as const;

const OFFERS = [
  { username: 'firm1', price: '790000.00' },
  { username: 'firm2', price: '820000.00' },
  { username: 'firm3', price: '850000.00' },
  { username: 'firm4', price: '860000.00' },
];

interface Letter {
  readonly id: string;
  readonly tenderId: string;
  readonly number: string;
  readonly fingerprint: string;
  readonly ready: boolean;
  readonly voidedAt: string | null;
}

interface Page {
  readonly publicityUntil: string;
}

/** A procurement whose award becomes void before its contract is signed, and its second award, whose contract is. */
export class Awarded extends Looks<AwardMoment, AwardReader, keyof typeof PROBES> {
  /** The number of the letter whose award becomes void. */
  letterNumber = '';

  constructor() {
    super(AWARD_MOMENTS, PROBES, ['paper', 'letter']);
  }

  async walk(world: World): Promise<void> {
    this.readers.set('public', world.stranger());
    for (const [reader, username] of Object.entries({ ...ACCOUNTS, expert: 'expert1' })) {
      this.readers.set(reader as AwardReader, await world.as(username));
    }
    const tenderer = await world.as('township');
    const projectId = await servicesProject(world, '采禾乡环卫服务');
    await commission(tenderer, projectId);
    const id = await rankedTender(world, projectId, OFFERS);
    this.names.tender = id;
    const former = await this.award(world, tenderer);
    await this.seat(world, former);
    const letter = await this.letterOf(former);
    Object.assign(this.names, { letter: letter.id, fingerprint: letter.fingerprint });
    this.letterNumber = letter.number;
    this.names.contract = (await writeContract(tenderer, id)).id;
    await this.look('written');
    const query = await upheldObjection(world, 'firm4', id, 'result');
    const remedy = { remedy: 'passed_over', ground: 'violation', text: '经查实，业绩造假。' };
    await tenderer.post(`/api/objections/${query}/remedy`, remedy);
    await this.look('voided');
    const winner = await this.award(world, tenderer);
    await this.letterOf(winner);
    const { id: contractId, fingerprint } = await writeContract(tenderer, id);
    this.names.next = contractId;
    await tenderer.post(`/api/contracts/${contractId}/signature`, { fingerprint });
    await this.look('half signed');
    await winner.post(`/api/contracts/${contractId}/signature`, { fingerprint });
    await until('the contract on paper', async () => {
      const path = `/api/public/contracts/${contractId}/file`;
      return (await world.stranger().fetch(path, { method: 'HEAD' })).status === 200;
    });
    await this.look('concluded');
  }

  /** Awards the tender once its publication is over; who won. */
  private async award(world: World, tenderer: Client): Promise<Client> {
    const { tender } = this.names;
    const page = await world.stranger().get<Page>(`/api/public/tenders/${tender ?? ''}`);
    await clockTo(world, page.publicityUntil);
    const { name } = await tenderer.post<{ name: string }>(`/api/tenders/${tender ?? ''}/award`);
    return world.as(await usernameOf(world, name, ['firm1', 'firm2', 'firm3', 'firm4']));
  }

  /** Who of the bidders is who: the one that won first, the one that stood second, another. */
  private async seat(world: World, former: Client): Promise<void> {
    const { candidates } = await world
      .stranger()
      .get<{ candidates: { name: string }[] }>(
        `/api/public/tenders/${this.names.tender ?? ''}/result`,
      );
    const all = OFFERS.map(({ username }) => username);
    const [, second, third] = await Promise.all(
      candidates.map(({ name }) => usernameOf(world, name, all)),
    );
    this.readers.set('former', former);
    this.readers.set('winner', await world.as(second ?? ''));
    this.readers.set('other bidder', await world.as(third ?? ''));
  }

  private letterOf(firm: Client): Promise<Letter> {
    return until('the letter on paper', async () => {
      const letters = await firm.get<Letter[]>('/api/letters/mine');
      return letters.find(
        ({ tenderId, ready, voidedAt }) =>
          tenderId === this.names.tender && ready && voidedAt === null,
      );
    });
  }
}
