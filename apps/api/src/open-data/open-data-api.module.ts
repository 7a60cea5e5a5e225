import { Module } from '@nestjs/common';
import { DataSpecModule } from '@server/data-spec';
import { OpenDataModule } from '@server/open-data';
import { DataSpecController } from './data-spec.controller';
import { OpenDataController } from './open-data.controller';

@Module({
  imports: [DataSpecModule, OpenDataModule],
  controllers: [DataSpecController, OpenDataController],
})
export class OpenDataApiModule {}
