export { DataSpecModule } from './data-spec.module';
export { ExportDataSpec, type SpecExport, type SpecScope } from './export-data-spec';
