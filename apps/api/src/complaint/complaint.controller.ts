import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { COMPLAINT_SUBJECTS } from '@core/complaint';
import type { Actor } from '@core/identity';
import { FileComplaint, HandleComplaint, ReadComplaints } from '@server/complaint';
import { Acting, Needs } from '../http/access';
import { RangedFile } from '../http/ranged-file';
import { MadeView } from '../http/views';
import { FileComplaintDto, SaidDto, SaidWithFilesDto } from './complaint.dto';
import { ComplaintChanceView, ComplaintView } from './complaint.view';

/** Complaints to those they concern: the firm that complains, the tenderer it is about, the authority. */
@ApiTags('complaint')
@Controller()
export class ComplaintController {
  constructor(
    private readonly filing: FileComplaint,
    private readonly handling: HandleComplaint,
    private readonly reading: ReadComplaints,
  ) {}

  /** What a firm may complain of: whether it has to object first, whether it has, and until when. */
  @Get('tenders/:id/complaint-chances')
  @Needs('complaint.file')
  @ApiOkResponse({ type: [ComplaintChanceView] })
  async complaintChances(
    @Acting() actor: Actor,
    @Param('id') id: string,
  ): Promise<ComplaintChanceView[]> {
    const chances = await this.reading.chances(actor, id, COMPLAINT_SUBJECTS);
    return chances.map(ComplaintChanceView.of);
  }

  @Post('tenders/:id/complaints')
  @Needs('complaint.file')
  @ApiCreatedResponse({ type: MadeView })
  async fileComplaint(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { lot, fileIds = [], ...filing }: FileComplaintDto,
  ): Promise<MadeView> {
    const filed = await this.filing.file(actor, id, { ...filing, lot: lot ?? null }, fileIds);
    return { id: filed.id };
  }

  /** A firm's own; those served on a tenderer; to a supervisor, all. The latest first. */
  @Get('complaints')
  @Needs('complaint.read')
  @ApiOkResponse({ type: [ComplaintView] })
  async complaints(@Acting() actor: Actor): Promise<ComplaintView[]> {
    return (await this.reading.mine(actor)).map(ComplaintView.of);
  }

  @Get('complaints/:id')
  @Needs('complaint.read')
  @ApiOkResponse({ type: ComplaintView })
  async complaint(@Acting() actor: Actor, @Param('id') id: string): Promise<ComplaintView> {
    return ComplaintView.of(await this.reading.to(actor, id));
  }

  /** A file that came with it. */
  @Get('complaints/:id/files/:file')
  @Needs('complaint.read')
  @ApiProduces('application/octet-stream')
  async complaintFile(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('file') file: string,
  ): Promise<RangedFile> {
    return new RangedFile(await this.reading.evidence(actor, id, file));
  }

  /** What the authority asked for, in its time. */
  @Post('complaints/:id/correction')
  @HttpCode(204)
  @Needs('complaint.file')
  async correctComplaint(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { text, fileIds = [] }: SaidWithFilesDto,
  ): Promise<void> {
    await this.filing.correct(actor, id, text, fileIds);
  }

  @Post('complaints/:id/withdrawal')
  @HttpCode(204)
  @Needs('complaint.file')
  async withdrawComplaint(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { text }: SaidDto,
  ): Promise<void> {
    await this.filing.withdraw(actor, id, text);
  }

  /** The tenderer's answer, once. */
  @Post('complaints/:id/answer')
  @HttpCode(204)
  @Needs('award.decide')
  async answerComplaint(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { text, fileIds = [] }: SaidWithFilesDto,
  ): Promise<void> {
    await this.handling.answer(actor, id, text, fileIds);
  }
}
