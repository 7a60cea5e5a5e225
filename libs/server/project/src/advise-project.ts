import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import type { Instant } from '@core/kernel';
import {
  localProcurement,
  planLots,
  sumOfLots,
  type ClaimedExemption,
  type LotPlan,
} from '@core/project';
import {
  assess,
  classify,
  legalDate,
  narrowedBy,
  similarSince,
  splittingAlerts,
  type Assessment,
  type Finding,
  type LocalBand,
  type ProjectFacts,
  type Regime,
  type SimilarProject,
} from '@core/rules';
import { Calendars } from '@server/calendar';
import { Arrival, orRefuse, RuleSets } from '@server/platform';
import { FindProcedure } from '@server/procedure';
import { EndProject } from './end-project';
import { Projects } from './projects.store';

/** What the rules are asked about. */
export interface ProjectWish extends Omit<ProjectFacts, 'inLots' | 'exemption'> {
  readonly exemption: ClaimedExemption | null;
  readonly category: string;
  /** The lots it is meant to be tendered in; empty: it names none. */
  readonly lots: readonly LotPlan[];
}

/** What core answers at once, with citations. */
export interface ProjectAdvice extends Assessment {
  readonly ruleSetId: string;
  /** Whether it may be bought on the spot, by the rule that says so; null: it may not. */
  readonly local: Finding | null;
}

/** Which law governs a project that is handed in, and what the rules find about it. */
export interface WeighedProject {
  readonly ruleSetId: string;
  readonly ruleSetHash: string;
  readonly regime: Regime;
  readonly findings: readonly Finding[];
}

/** Says what the law makes of a project: while it is typed, and when it is handed in. */
@Injectable()
export class AdviseProject {
  constructor(
    private readonly projects: Projects,
    private readonly ends: EndProject,
    private readonly procedures: FindProcedure,
    private readonly ruleSets: RuleSets,
    private readonly calendars: Calendars,
    private readonly arrival: Arrival,
  ) {}

  /** Says which law governs the project, which methods are open to it, and the earliest lawful dates; `id`: its own, if it has one. */
  async advise(actor: Actor, wish: ProjectWish, id: string | null = null): Promise<ProjectAdvice> {
    const set = this.ruleSets.current;
    const now = this.arrival.at();
    orRefuse(planLots(wish.estimate, wish.lots));
    const facts = factsOf(wish);
    const assessment = orRefuse(assess(set, facts, now, await this.calendars.current()));
    const { findings, regime } = assessment;
    const band = await this.procedures.bandOf(actor.organisationId, { ...facts, regime }, now);
    const splitting = await this.splitting(actor, wish, band, now, id);
    const local = localProcurement(set, regime, wish.category, legalDate(now));
    return {
      ...assessment,
      methods: narrowedBy(assessment.methods, band),
      ruleSetId: set.id,
      findings: [...findings, ...splitting],
      local: local.ok ? local.value : null,
    };
  }

  /** Weighs a project as it is handed in at `now`; `id`: its own, where it was handed in before. */
  async weigh(
    actor: Actor,
    wish: ProjectWish & { readonly localProcurement: boolean },
    now: Instant,
    id: string | null,
  ): Promise<WeighedProject> {
    const set = this.ruleSets.current;
    const facts = factsOf(wish);
    const { regime, findings } = classify(set, facts, legalDate(now));
    const local = wish.localProcurement
      ? [orRefuse(localProcurement(set, regime, wish.category, legalDate(now)))]
      : [];
    const band = await this.procedures.bandOf(actor.organisationId, { ...facts, regime }, now);
    const splitting = await this.splitting(actor, wish, band, now, id);
    return {
      ruleSetId: set.id,
      ruleSetHash: set.hash,
      regime,
      findings: [...findings, ...local, ...splitting],
    };
  }

  private async splitting(
    actor: Actor,
    wish: ProjectWish,
    band: LocalBand | null,
    now: Instant,
    id: string | null,
  ): Promise<readonly Finding[]> {
    const set = this.ruleSets.current;
    const similar = await this.projects.similar(
      actor.organisationId,
      wish.category,
      similarSince(set, now),
      wish.kind,
    );
    const others: SimilarProject[] = [];
    for (const one of similar) {
      if (one.id === id) continue;
      const { openly } = await this.ends.useOf(one.id);
      others.push({ ...one, partOfWorks: one.partOfWorks === 1, openly: openly > 0 });
    }
    return splittingAlerts(set, factsOf(wish), others, band, legalDate(now));
  }
}

function factsOf({ lots, exemption, ...facts }: ProjectWish): ProjectFacts {
  return {
    ...facts,
    ...(exemption === null ? {} : { exemption }),
    ...(lots.length === 0 ? {} : { inLots: sumOfLots(lots) }),
  };
}
