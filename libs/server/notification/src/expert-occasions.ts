import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { MessageTopic } from '@core/notification';
import {
  EXPERT_MOVED,
  ExpertApplications,
  ExpertHistory,
  ExpertPool,
  type ExpertStep,
} from '@server/expert';
import { People } from '@server/identity';
import { Outbox, type OutboxEvent } from '@server/platform';
import { beijingText } from '@server/print';
import { Notify } from './notify';

/** What the person a step is about hears of; what he did himself he knows. */
const TOPIC: Partial<Record<ExpertStep, MessageTopic>> = {
  returned: 'expert.returned',
  published: 'expert.published',
  appointed: 'expert.appointed',
  reappointed: 'expert.appointed',
  refused: 'expert.refused',
  reviewed: 'expert.recorded',
  warned: 'expert.recorded',
  paused: 'expert.recorded',
  banned: 'expert.recorded',
  lifted: 'expert.recorded',
  removed: 'expert.recorded',
  reinstated: 'expert.recorded',
};

/** Turns what happens in the expert pool into messages: the person learns of it, the keepers of objections. */
@Injectable()
export class ExpertOccasions implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly notify: Notify,
    private readonly history: ExpertHistory,
    private readonly pool: ExpertPool,
    private readonly applications: ExpertApplications,
    private readonly people: People,
  ) {}

  onModuleInit(): void {
    this.outbox.consume('notification-expert', EXPERT_MOVED, (event) => this.moved(event));
  }

  private async moved({ payload }: OutboxEvent): Promise<void> {
    const step = await this.history.step(String(payload.stepId));
    if (!step) return;
    const { id: about, expertId } = step;
    if (step.step === 'objected') {
      const keepers = await this.people.holders('registrar');
      const told = keepers.map(({ personId }) => personId);
      const link = `/work/experts/${expertId}`;
      await this.notify.tell(told, { topic: 'expert.objected', about, params: {}, link });
      return;
    }
    const topic = TOPIC[step.step];
    const personId = topic && (await this.whoseIs(expertId));
    if (!topic || !personId) return;
    const params = { until: step.untilAt === null ? '' : beijingText(step.untilAt) };
    await this.notify.tell([personId], { topic, about, params, link: '/work/expert' });
  }

  private async whoseIs(expertId: string): Promise<string | null> {
    const expert = await this.pool.find(expertId);
    if (expert) return expert.personId;
    const [application] = await this.applications.ofExpert(expertId);
    return application?.personId ?? null;
  }
}
