import { Module } from '@nestjs/common';
import { OpenDataModule } from '@server/open-data';
import { OpenDataController } from './open-data.controller';

@Module({ imports: [OpenDataModule], controllers: [OpenDataController] })
export class OpenDataApiModule {}
