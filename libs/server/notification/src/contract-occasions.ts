import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CONTRACT_SIDES, type ContractSide } from '@core/contract';
import type { MessageTopic } from '@core/notification';
import {
  CONTRACT_ACCEPTED,
  CONTRACT_ANSWERED,
  CONTRACT_ASKED,
  CONTRACT_CONCLUDED,
  CONTRACT_DECLINED,
  CONTRACT_SIGNED,
  CONTRACT_WRITTEN,
  Contracts,
} from '@server/contract';
import { People } from '@server/identity';
import { Outbox, type OutboxEvent } from '@server/platform';
import { Tenders } from '@server/tender';
import { Notify } from './notify';

const NAME = 'notification-contract';

/** Turns what happened to contracts into messages: each side learns what waits for it, and what the other did. */
@Injectable()
export class ContractOccasions implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly notify: Notify,
    private readonly contracts: Contracts,
    private readonly tenders: Tenders,
    private readonly people: People,
  ) {}

  onModuleInit(): void {
    const on = (
      topic: string,
      message: MessageTopic,
      sides: (event: OutboxEvent) => readonly ContractSide[],
    ): void => {
      this.outbox.consume(NAME, topic, (event) => this.tell(event, message, sides(event)));
    };
    const named = ({ payload }: OutboxEvent): readonly ContractSide[] =>
      CONTRACT_SIDES.filter((side) => side === payload.to);
    on(CONTRACT_WRITTEN, 'contract.written', () => ['winner']);
    on(CONTRACT_SIGNED, 'contract.signed', named);
    on(CONTRACT_DECLINED, 'contract.declined', named);
    on(CONTRACT_CONCLUDED, 'contract.concluded', () => CONTRACT_SIDES);
    on(CONTRACT_ASKED, 'contract.asked', named);
    on(CONTRACT_ANSWERED, 'contract.answered', named);
    on(CONTRACT_ACCEPTED, 'contract.accepted', () => ['winner']);
  }

  private async tell(
    event: OutboxEvent,
    topic: MessageTopic,
    sides: readonly ContractSide[],
  ): Promise<void> {
    const contractId = String(event.payload.contractId);
    const contract = await this.contracts.find(contractId);
    // A draft may be taken away before its message goes out: its award became void.
    if (!contract) return;
    const { title, agencyId } = await this.tenders.get(contract.tenderId);
    const { number, tendererId, enterpriseId } = contract;
    for (const side of sides) {
      const held =
        side === 'winner'
          ? await this.people.holders('bidder', enterpriseId)
          : [
              ...(await this.people.holders('tenderer', tendererId)),
              ...(agencyId === null ? [] : await this.people.holders('tenderer', agencyId)),
            ];
      await this.notify.tell(
        held.map(({ personId }) => personId),
        {
          topic,
          about: `${contractId}/${event.seq}`,
          params: { number, title },
          link: `/work/contracts/${contractId}`,
        },
      );
    }
  }
}
