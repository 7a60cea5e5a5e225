import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ReadComplaints } from '@server/complaint';
import { Public } from '../http/access';
import { csvFile } from '../http/csv-file';
import { RangedFile } from '../http/ranged-file';
import { instantOrNull } from '../http/views';
import {
  ComplaintDecisionView,
  ComplaintFiguresView,
  PublicComplaintsView,
} from './complaint.view';

const COLUMNS = ['year', 'regime', 'upheld', 'dismissed', 'median_working_days'] as const;

/** Decisions on complaints, to everybody. Before the decision nothing is told but a suspension. */
@ApiTags('complaint')
@Controller('public')
export class PublicComplaintController {
  constructor(private readonly complaints: ReadComplaints) {}

  @Get('tenders/:id/complaints')
  @Public()
  @ApiOkResponse({ type: PublicComplaintsView })
  async publishedComplaints(@Param('id') id: string): Promise<PublicComplaintsView> {
    const decisions = (await this.complaints.published(id)).map(ComplaintDecisionView.of);
    const until = await this.complaints.suspendedUntil(id);
    return {
      suspended: until !== undefined,
      suspendedUntil: instantOrNull(until ?? null),
      decisions,
    };
  }

  @Get('complaints/:id')
  @Public()
  @ApiOkResponse({ type: ComplaintDecisionView })
  async complaintDecision(@Param('id') id: string): Promise<ComplaintDecisionView> {
    return ComplaintDecisionView.of(await this.complaints.decision(id));
  }

  /** The decision on paper. */
  @Get('complaints/:id/file')
  @Public()
  @ApiProduces('application/pdf')
  async complaintPaper(@Param('id') id: string): Promise<RangedFile> {
    return new RangedFile(await this.complaints.paper(id), 'inline');
  }

  @Get('statistics/complaints')
  @Public()
  @ApiOkResponse({ type: [ComplaintFiguresView] })
  async complaintFigures(): Promise<ComplaintFiguresView[]> {
    return (await this.complaints.figures()).map(ComplaintFiguresView.of);
  }

  /** The same, for a spreadsheet. */
  @Get('statistics/complaints.csv')
  @Public()
  @Header('access-control-allow-origin', '*')
  @ApiProduces('text/csv')
  async complaintFiguresFile(): Promise<StreamableFile> {
    const lines = (await this.complaints.figures()).map(
      ({ year, regime, upheld, dismissed, medianDays }) =>
        [year, regime, upheld, dismissed, medianDays ?? ''].map(String),
    );
    return csvFile(COLUMNS, lines, 'complaints.csv');
  }
}
