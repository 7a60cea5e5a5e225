import { Injectable } from '@nestjs/common';
import { rowsPool, type PoolCandidate } from '@core/draw';
import type { Actor } from '@core/identity';
import { protocolTime, taggedHashHex } from '@core/kernel';
import {
  exclusionOf,
  panelRows,
  panelRules,
  requestPanel,
  rowOf,
  type PanelRequest,
  type RecusalParty,
} from '@core/panel';
import { can, isEnded } from '@core/tender';
import { Bids } from '@server/bid';
import { ConductDraw } from '@server/draw';
import { Enterprises } from '@server/enterprise';
import { ExpertPool, ExpertTerms, toPoolExpert, type Expert } from '@server/expert';
import { People } from '@server/identity';
import { Ledger } from '@server/ledger';
import {
  Arrival,
  DomainError,
  Ids,
  NotifierBox,
  orRefuse,
  Randomness,
  RuleSets,
  UnitOfWork,
} from '@server/platform';
import { SignUps } from '@server/sign-up';
import { Tenders, toTender, type TenderRow } from '@server/tender';
import { Panels, type Panel, type PanelIdentity } from './panels.store';

/** A panel asked for, and where it is to meet. */
export interface RequestPanelCommand extends PanelRequest {
  /** Without it the trading centre itself. */
  readonly place?: string | undefined;
}

/** Scope of what concerns a tender and is never published. */
export function internalScope(tenderId: string): string {
  return `${tenderId}/internal`;
}

/** Asking for a panel, and beginning its draw from the experts who have nothing to do with the tender. */
@Injectable()
export class RequestPanel {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly panels: Panels,
    private readonly experts: ExpertPool,
    private readonly terms: ExpertTerms,
    private readonly signUps: SignUps,
    private readonly bids: Bids,
    private readonly enterprises: Enterprises,
    private readonly people: People,
    private readonly conduct: ConductDraw,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
    private readonly box: NotifierBox,
    private readonly ledger: Ledger,
  ) {}

  /** The tenderer's request, one per tender; an unlawful make-up is refused with the rule. */
  async run(actor: Actor, tenderId: string, command: RequestPanelCommand): Promise<Panel> {
    return this.unit.run(async () => {
      const tender = await this.tenders.lock(tenderId);
      const now = this.arrival.at();
      if (!can(actor, 'request_panel', toTender(tender), now)) {
        throw new DomainError('tender.not_allowed');
      }
      const set = this.ruleSets.of(tender);
      const request = { ...command, estimate: tender.estimate };
      orRefuse(requestPanel(request, tender.regime, tender.deadline ?? now, set));
      const { total, tenderer, meetingAt } = command;
      const seats = command.seats.map(({ specialty, seats: count }) => ({
        specialty,
        seats: count,
      }));
      const panel: Panel = {
        id: this.ids.next(),
        tenderId,
        state: 'requested',
        total,
        tenderer,
        seats,
        meetingAt,
        place: command.place ?? (await this.centreName()),
        excluded: null,
        requestedAt: now,
        formedAt: null,
      };
      await this.panels.add(panel);
      await this.ledger.append({
        type: 'panel.requested',
        scope: internalScope(tenderId),
        by: actor,
        body: { tender: tenderId, total, tenderer, seats, meetingAt: protocolTime(meetingAt) },
      });
      return panel;
    });
  }

  /** The operator begins the draw. Avoidance is applied first: the pool holds only who may sit. */
  async begin(actor: Actor, panelId: string): Promise<Panel> {
    return this.unit.run(async () => {
      const { tenderId } = await this.panels.get(panelId);
      const tender = await this.tenders.lock(tenderId);
      const panel = await this.panels.lock(panelId);
      if (panel.state !== 'requested' || isEnded(tender.state)) {
        throw new DomainError('panel.wrong_state', { state: panel.state });
      }
      const { eligible, excluded } = await this.pool(panel, tender);
      const people = eligible.map((expert) => this.hidden(expert));
      const rows = panelRows(people.map(({ candidate }) => candidate));
      const rules = orRefuse(panelRules(panel, rows));
      const draw = await this.conduct.begin({
        tenderId: tender.id,
        purpose: 'panel',
        pool: rowsPool(rows),
        rows,
        rules,
        firms: null,
        disclose: 'after-award',
      });
      for (const { identity } of people) {
        await this.panels.addIdentity(
          panelId,
          rowOf(rows, identity.idSalt, identity.who),
          identity,
        );
      }
      const sealed = this.box.seal(`panel/${panelId}/excluded`, excluded);
      await this.panels.change(panelId, { state: 'drawing', excluded: sealed });
      const salt = this.randomness.hex(32);
      await this.ledger.append({
        type: 'draw.excluded',
        scope: internalScope(tender.id),
        by: actor,
        body: {
          drawId: draw.drawId,
          digest: taggedHashHex('sunlit/excluded', { salt, excluded }),
          sealed: this.box.seal(`panel/${panelId}/excluded-record`, { salt, excluded }),
        },
      });
      return { ...panel, state: 'drawing', excluded: sealed };
    });
  }

  /** Everybody with whom an expert of this tender must have nothing to do. */
  async parties(tender: TenderRow): Promise<RecusalParty[]> {
    const owner = await this.people.organisation(tender.tendererId);
    const signedUp = await this.signUps.ofTender(tender.id);
    const bidders = await this.bids.submitted(tender.id);
    const ids = [...signedUp, ...bidders].map(({ enterpriseId }) => enterpriseId);
    const firms = await this.enterprises.byIds([...new Set(ids)]);
    return [
      { role: 'tenderer', name: tender.tendererName, creditCode: owner?.creditCode ?? null },
      ...[...firms.values()].map(({ name, creditCode }) => ({
        role: 'bidder' as const,
        name,
        creditCode,
      })),
    ];
  }

  private async pool(
    panel: Panel,
    tender: TenderRow,
  ): Promise<{ eligible: Expert[]; excluded: { expertId: string; reason: string }[] }> {
    const parties = await this.parties(tender);
    const specialties = panel.seats.map(({ specialty }) => specialty);
    const eligible: Expert[] = [];
    const excluded: { expertId: string; reason: string }[] = [];
    const now = this.arrival.at();
    const { ageOut } = this.terms.at(now);
    const moments = [now, panel.meetingAt];
    for (const expert of await this.experts.all()) {
      const reason = exclusionOf(toPoolExpert(expert), specialties, parties, ageOut, moments);
      if (reason === null) eligible.push(expert);
      else if (reason !== 'no_specialty') excluded.push({ expertId: expert.id, reason });
    }
    return { eligible, excluded };
  }

  private hidden(expert: Expert): { candidate: PoolCandidate; identity: PanelIdentity } {
    const { id: expertId, personId, name, employer, title } = expert;
    const idSalt = this.randomness.hex(32);
    const who = { name, employer, title };
    return {
      identity: { personId, expertId, idSalt, who },
      candidate: {
        idSalt,
        who,
        salt: this.randomness.hex(32),
        strata: expert.specialties,
        tags: { unit: expert.employerCode === '' ? employer : expert.employerCode },
      },
    };
  }

  private async centreName(): Promise<string> {
    const centre = (await this.people.organisations()).find(({ kind }) => kind === 'centre');
    return centre?.name ?? '';
  }
}
