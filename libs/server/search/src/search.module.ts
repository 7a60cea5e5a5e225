import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TenderModule } from '@server/tender';
import { IndexTenders } from './index-tenders';
import { SearchIndex } from './search-index.store';
import { SearchTenders } from './search-tenders';
import { SEARCH_ENTITIES } from './search.entity';

/** Full-text search over what is published. */
@Module({
  imports: [TypeOrmModule.forFeature(SEARCH_ENTITIES), TenderModule],
  providers: [SearchIndex, IndexTenders, SearchTenders],
  exports: [SearchIndex, IndexTenders, SearchTenders],
})
export class SearchModule {}
