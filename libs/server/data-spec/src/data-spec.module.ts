import { Module } from '@nestjs/common';
import { OpenDataModule } from '@server/open-data';
import { ProjectModule } from '@server/project';
import { TenderModule } from '@server/tender';
import { ExportDataSpec } from './export-data-spec';

/** The Chinese data specification: what is published, as authorities' platforms read it. */
@Module({
  imports: [OpenDataModule, ProjectModule, TenderModule],
  providers: [ExportDataSpec],
  exports: [ExportDataSpec],
})
export class DataSpecModule {}
