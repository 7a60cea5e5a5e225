import { Module } from '@nestjs/common';
import { ObjectionModule } from '@server/objection';
import { TenderModule } from '@server/tender';
import { ObjectionController } from './objection.controller';

/** Objections over HTTP. */
@Module({ imports: [ObjectionModule, TenderModule], controllers: [ObjectionController] })
export class ObjectionApiModule {}
