import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HOUR, type Instant } from '@core/kernel';
import type { MessageTopic } from '@core/notification';
import { RESULT_CHANGED } from '@server/award';
import { Clarifications, QUESTION_ANSWERED, TENDER_CLARIFIED } from '@server/clarification';
import { LOTTERY_FAILED } from '@server/contractor-pool';
import { Enterprises, ENTERPRISE_DECIDED, RegisterPapers } from '@server/enterprise';
import { People, PERSON_ERASED } from '@server/identity';
import { Invitations, TENDER_INVITED } from '@server/invitation';
import {
  OBJECTION_ANSWERED,
  OBJECTION_FILED,
  OBJECTION_REMEDIED,
  Objections,
} from '@server/objection';
import { Outbox, type OutboxEvent } from '@server/platform';
import { PROJECT_ENDED, PROJECT_REMINDED, Projects } from '@server/project';
import { Consortia, CONSORTIUM_FORMED } from '@server/sign-up';
import {
  PUBLICATION_PREPARED,
  PUBLICATION_REFUSED,
  TENDER_SUSPENDED,
  Tenders,
} from '@server/tender';
import { Messages } from './messages.store';
import { Notify } from './notify';
import { Recipients } from './recipients';

const NAME = 'notification';

/** `2026-03-23 09:30`, Beijing time. */
function beijing(at: Instant): string {
  return new Date(at + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ');
}

function id(event: OutboxEvent, key: string): string {
  return String(event.payload[key]);
}

/** Turns what happened into messages: who is told of what. */
@Injectable()
export class Occasions implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly notify: Notify,
    private readonly messages: Messages,
    private readonly to: Recipients,
    private readonly clarifications: Clarifications,
    private readonly objections: Objections,
    private readonly people: People,
    private readonly enterprises: Enterprises,
    private readonly invitations: Invitations,
    private readonly papers: RegisterPapers,
    private readonly projects: Projects,
    private readonly tenders: Tenders,
    private readonly consortia: Consortia,
  ) {}

  onModuleInit(): void {
    const on = (topic: string, handle: (event: OutboxEvent) => Promise<void>): void =>
      this.outbox.consume(NAME, topic, handle);
    on(PERSON_ERASED, (event) => this.messages.forget(id(event, 'personId')));
    on('enterprise.answered', (event) => this.enterpriseAnswered(event));
    on(ENTERPRISE_DECIDED, (event) => this.enterpriseDecided(event));
    on('project.answered', (event) => this.projectAnswered(id(event, 'projectId')));
    on(PROJECT_REMINDED, (event) => this.projectClock(event, 'project.reminded'));
    on(PROJECT_ENDED, (event) => this.projectClock(event, 'project.ended'));
    on(TENDER_CLARIFIED, (event) => this.clarified(event));
    on(QUESTION_ANSWERED, (event) => this.answered(event));
    on(PUBLICATION_PREPARED, (event) => this.publication(event, 'publication.prepared'));
    on(PUBLICATION_REFUSED, (event) => this.publication(event, 'publication.refused'));
    on(TENDER_INVITED, (event) => this.invited(event));
    on(TENDER_SUSPENDED, (event) => this.standing(event, 'tender.suspended'));
    on('tender.terminated', (event) => this.standing(event, 'tender.terminated'));
    on('opening.opened', (event) =>
      event.payload.to === 'failed' ? this.all(event, 'tender.failed') : this.hallOpened(event),
    );
    on(LOTTERY_FAILED, (event) => this.all(event, 'tender.failed'));
    on('panel.formed', (event) => this.tenderer(event, 'panel.formed'));
    on('candidates.published', (event) => this.all(event, 'candidates.published'));
    on(OBJECTION_FILED, (event) => this.objection(event));
    on(OBJECTION_ANSWERED, (event) => this.objection(event));
    on(OBJECTION_REMEDIED, (event) => this.remedied(event));
    on('award.made', (event) => this.awarded(event));
    on(RESULT_CHANGED, (event) => this.all(event, 'result.changed'));
    on(CONSORTIUM_FORMED, (event) => this.consortium(id(event, 'consortiumId')));
  }

  private async enterpriseAnswered(event: OutboxEvent): Promise<void> {
    const enterprise = await this.enterprises.get(id(event, 'enterpriseId'));
    const { verdict, version } = event.payload;
    await this.notify.tell(await this.to.members('bidder', [enterprise.id]), {
      topic: verdict === 'verified' ? 'enterprise.verified' : 'enterprise.returned',
      about: `${enterprise.id}/${Number(version)}`,
      params: { enterprise: enterprise.name },
      link: '/work/enterprise',
    });
  }

  private async enterpriseDecided(event: OutboxEvent): Promise<void> {
    const enterprise = await this.enterprises.get(id(event, 'enterpriseId'));
    const decisions = await this.papers.decisions(enterprise.id);
    const decision = decisions.find((one) => one.id === event.payload.decisionId);
    if (!decision) return;
    const { number, authority } = decision;
    await this.notify.tell(await this.to.members('bidder', [enterprise.id]), {
      topic: 'enterprise.decided',
      about: decision.id,
      params: { enterprise: enterprise.name, number, authority },
      link: '/work/enterprise',
    });
  }

  private async projectAnswered(projectId: string): Promise<void> {
    const project = await this.projects.get(projectId);
    const topic = project.state === 'registered' ? 'project.registered' : 'project.returned';
    await this.notify.tell(await this.to.members('tenderer', [project.tendererId]), {
      topic,
      about: `${projectId}/${project.submittedAt}`,
      params: { code: project.code, title: project.title },
      link: `/work/projects/${projectId}`,
    });
  }

  /** The tenderer is told that his project waits, and that it has ended. */
  private async projectClock(event: OutboxEvent, topic: MessageTopic): Promise<void> {
    const project = await this.projects.get(id(event, 'projectId'));
    const until = Number(event.payload.until ?? 0);
    await this.notify.tell(await this.to.members('tenderer', [project.tendererId]), {
      topic,
      about: `${project.id}/${until}`,
      params: { code: project.code, title: project.title, until: beijing(until) },
      link: `/work/projects/${project.id}`,
    });
  }

  /** Bidders, tenderer and hosts: whoever may have a part in the hall. Who bids is nobody's business here. */
  private async hallOpened(event: OutboxEvent): Promise<void> {
    const hosts = await this.people.holders('host');
    const link = `/halls/${id(event, 'openingId')}`;
    await this.tell(event, 'hall.opened', link, [
      ...(await this.to.participants(id(event, 'tenderId'))),
      ...(await this.to.ofTenderer(id(event, 'tenderId'))),
      ...hosts.map((held) => held.personId),
    ]);
  }

  /** Everybody who signed up or took a document under his own name (Electronic Measures art. 22). */
  private async clarified(event: OutboxEvent): Promise<void> {
    const { id: tenderId, code, title, deadline } = await this.tenders.get(id(event, 'tenderId'));
    const number = Number(event.payload.number);
    await this.notify.tell(await this.to.concerned(tenderId), {
      topic: 'tender.clarified',
      about: `${tenderId}/${number}`,
      params: { code, title, number, deadline: deadline === null ? '' : beijing(deadline) },
      link: `/tenders/${tenderId}`,
    });
  }

  /** The same, and whoever asked: an answer is everybody's, and nobody learns whose question it was. */
  private async answered(event: OutboxEvent): Promise<void> {
    const { id: tenderId, code, title } = await this.tenders.get(id(event, 'tenderId'));
    const questionId = id(event, 'questionId');
    const asked = (await this.clarifications.questions(tenderId)).find(
      (one) => one.id === questionId,
    );
    if (!asked) return;
    await this.notify.tell(
      [
        ...(await this.to.concerned(tenderId)),
        ...(await this.to.members('bidder', [asked.enterpriseId])),
      ],
      {
        topic: 'question.answered',
        about: questionId,
        params: { code, title },
        link: `/tenders/${tenderId}`,
      },
    );
  }

  /** The addressee and the supervisors learn of an objection, its objector of the answer. */
  private async objection(event: OutboxEvent): Promise<void> {
    const objection = await this.objections.find(id(event, 'objectionId'));
    if (!objection) return;
    const { code, title } = await this.tenders.get(objection.tenderId);
    const filed = event.topic === OBJECTION_FILED;
    const supervisors = filed ? await this.people.holders('supervisor') : [];
    const { replyBy } = objection;
    await this.notify.tell(
      [
        ...(filed
          ? await this.to.ofTenderer(objection.tenderId)
          : await this.to.members('bidder', [objection.enterpriseId])),
        ...supervisors.map((held) => held.personId),
      ],
      {
        topic: filed ? 'objection.filed' : 'objection.answered',
        about: objection.id,
        params: { code, title, ...(filed && replyBy !== null ? { until: beijing(replyBy) } : {}) },
        link: filed ? `/work/tenders/${objection.tenderId}` : `/tenders/${objection.tenderId}`,
      },
    );
  }

  /** What an upheld objection led to: its objector learns of it, and the supervisors. */
  private async remedied(event: OutboxEvent): Promise<void> {
    const objection = await this.objections.find(id(event, 'objectionId'));
    if (!objection) return;
    const { code, title } = await this.tenders.get(objection.tenderId);
    const supervisors = await this.people.holders('supervisor');
    await this.notify.tell(
      [
        ...(await this.to.members('bidder', [objection.enterpriseId])),
        ...supervisors.map((held) => held.personId),
      ],
      {
        topic: 'objection.remedied',
        about: objection.id,
        params: { code, title },
        link: `/tenders/${objection.tenderId}`,
      },
    );
  }

  /** A draft may be prepared more than once: each time counts. */
  private async publication(event: OutboxEvent, topic: MessageTopic): Promise<void> {
    const { id: tenderId, code, title } = await this.tenders.get(id(event, 'tenderId'));
    await this.notify.tell(await this.to.ofTenderer(tenderId), {
      topic,
      about: `${tenderId}/${id(event, 'at')}`,
      params: { code, title },
      link: `/work/tenders/${tenderId}`,
    });
  }

  /** Every invited firm; nobody else learns who is. */
  private async invited(event: OutboxEvent): Promise<void> {
    const tenderId = id(event, 'tenderId');
    const firms = (await this.invitations.ofTender(tenderId)).map((one) => one.enterpriseId);
    const people = await this.to.members('bidder', firms);
    await this.tell(event, 'tender.invited', `/tenders/${tenderId}`, people);
  }

  private async all(event: OutboxEvent, topic: MessageTopic): Promise<void> {
    const tenderId = id(event, 'tenderId');
    const people = [
      ...(await this.to.participants(tenderId)),
      ...(await this.to.ofTenderer(tenderId)),
    ];
    await this.tell(event, topic, `/tenders/${tenderId}`, people);
  }

  /**
   * That a tender stands still or is given up: whoever prepares a bid learns of it, signed up or not (Implementing Regulations
   * art. 31 names those who took the documents), and the tenderer.
   */
  private async standing(event: OutboxEvent, topic: MessageTopic): Promise<void> {
    const tenderId = id(event, 'tenderId');
    const people = [
      ...(await this.to.concerned(tenderId)),
      ...(await this.to.ofTenderer(tenderId)),
    ];
    await this.tell(event, topic, `/tenders/${tenderId}`, people);
  }

  /** The bidders of the lots that were awarded; each lot's once, where lots are awarded apart. */
  private async awarded(event: OutboxEvent): Promise<void> {
    const { id: tenderId, code, title } = await this.tenders.get(id(event, 'tenderId'));
    const lots = event.payload.lots as readonly number[] | undefined;
    await this.notify.tell(await this.to.participants(tenderId, lots ?? null), {
      topic: 'award.made',
      about: `${tenderId}/${event.seq}`,
      params: { code, title },
      link: '/work/letters',
    });
  }

  /** The firms that are asked to join; the leader knows. */
  private async consortium(consortiumId: string): Promise<void> {
    const { tenderId } = await this.consortia.get(consortiumId);
    const { code, title } = await this.tenders.get(tenderId);
    const [leader, ...others] = await this.consortia.members(consortiumId);
    const asked = others.map(({ enterpriseId }) => enterpriseId);
    await this.notify.tell(await this.to.members('bidder', asked), {
      topic: 'consortium.formed',
      about: consortiumId,
      params: { code, title, leader: leader?.name ?? '' },
      link: '/work/consortia',
    });
  }

  private async tenderer(event: OutboxEvent, topic: MessageTopic): Promise<void> {
    const tenderId = id(event, 'tenderId');
    await this.tell(event, topic, `/work/tenders/${tenderId}`, await this.to.ofTenderer(tenderId));
  }

  private async tell(
    event: OutboxEvent,
    topic: MessageTopic,
    link: string,
    people: readonly string[],
  ): Promise<void> {
    const { id: tenderId, code, title } = await this.tenders.get(id(event, 'tenderId'));
    // The same may happen twice to a tender: each time is told.
    const about = `${tenderId}/${event.seq}`;
    await this.notify.tell(people, { topic, about, params: { code, title }, link });
  }
}
