import { ApiProperty } from '@nestjs/swagger';
import { fenToWire, formatInstant } from '@core/kernel';
import { METHODS, REGIMES, type MethodAdvice, type Timetable } from '@core/rules';
import type { Project, ProjectAdvice } from '@server/project';
import { FindingView, instantOrNull } from '../http/views';

export class TimetableView {
  @ApiProperty() publishAt!: string;
  @ApiProperty() documentsUntil!: string;
  @ApiProperty() clarifyUntil!: string;
  @ApiProperty() objectUntil!: string;
  @ApiProperty() deadline!: string;
  @ApiProperty() openAt!: string;

  static of(this: void, timetable: Timetable): TimetableView {
    return {
      publishAt: formatInstant(timetable.publishAt),
      documentsUntil: formatInstant(timetable.documentsUntil),
      clarifyUntil: formatInstant(timetable.clarifyUntil),
      objectUntil: formatInstant(timetable.objectUntil),
      deadline: formatInstant(timetable.deadline),
      openAt: formatInstant(timetable.openAt),
    };
  }
}

export class MethodAdviceView {
  @ApiProperty({ enum: METHODS }) method!: string;
  @ApiProperty({ enum: ['allowed', 'needs-basis', 'refused'] }) verdict!: string;
  @ApiProperty({ type: [FindingView] }) findings!: FindingView[];

  static of(this: void, advice: MethodAdvice): MethodAdviceView {
    return { ...advice, findings: advice.findings.map(FindingView.of) };
  }
}

export class ProjectAdviceView {
  @ApiProperty() ruleSetId!: string;
  @ApiProperty({ enum: REGIMES }) regime!: string;
  @ApiProperty() mustTender!: boolean;
  @ApiProperty({ type: [FindingView] }) findings!: FindingView[];
  @ApiProperty({ type: [MethodAdviceView] }) methods!: MethodAdviceView[];
  @ApiProperty({ type: TimetableView }) earliest!: TimetableView;
  @ApiProperty() panelTotal!: number;
  @ApiProperty({ type: [FindingView] }) panelFindings!: FindingView[];

  static of(this: void, advice: ProjectAdvice): ProjectAdviceView {
    return {
      ruleSetId: advice.ruleSetId,
      regime: advice.regime,
      mustTender: advice.mustTender,
      findings: advice.findings.map(FindingView.of),
      methods: advice.methods.map(MethodAdviceView.of),
      earliest: TimetableView.of(advice.earliest),
      panelTotal: advice.panel.total,
      panelFindings: advice.panel.findings.map(FindingView.of),
    };
  }
}

export class ProjectView {
  @ApiProperty() id!: string;
  @ApiProperty() code!: string;
  @ApiProperty() tendererId!: string;
  @ApiProperty() title!: string;
  @ApiProperty() kind!: string;
  @ApiProperty() category!: string;
  @ApiProperty() region!: string;
  @ApiProperty() approvalNumber!: string;
  @ApiProperty() estimateFen!: string;
  @ApiProperty() totalInvestmentFen!: string;
  @ApiProperty({ enum: REGIMES }) regime!: string;
  @ApiProperty() ruleSetId!: string;
  @ApiProperty({ type: [FindingView] }) findings!: FindingView[];
  @ApiProperty({ enum: ['submitted', 'returned', 'registered'] }) state!: string;
  @ApiProperty({ type: [String] }) missing!: string[];
  @ApiProperty({ type: String, nullable: true }) receipt!: string | null;
  @ApiProperty() submittedAt!: string;
  @ApiProperty({ type: String, nullable: true }) registeredAt!: string | null;

  static of(this: void, row: Project): ProjectView {
    const { id, code, tendererId, title, kind, category, region, approvalNumber } = row;
    const { regime, ruleSetId, state, receipt } = row;
    return {
      id,
      code,
      tendererId,
      title,
      kind,
      category,
      region,
      approvalNumber,
      estimateFen: fenToWire(row.estimate),
      totalInvestmentFen: fenToWire(row.totalInvestment),
      regime,
      ruleSetId,
      findings: row.findings.map(FindingView.of),
      state,
      missing: [...row.missing],
      receipt,
      submittedAt: formatInstant(row.submittedAt),
      registeredAt: instantOrNull(row.registeredAt),
    };
  }
}
