import { Module } from '@nestjs/common';
import { ComplaintModule } from '@server/complaint';
import { ComplaintController } from './complaint.controller';
import { ComplaintDeskController } from './complaint-desk.controller';
import { PublicComplaintController } from './public-complaint.controller';

/** Complaints over HTTP. */
@Module({
  imports: [ComplaintModule],
  controllers: [PublicComplaintController, ComplaintController, ComplaintDeskController],
})
export class ComplaintApiModule {}
