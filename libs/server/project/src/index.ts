export type { ProjectState } from './project.entity';
export * from './project.module';
export { Projects, type Project } from './projects.store';
export * from './register-project';
