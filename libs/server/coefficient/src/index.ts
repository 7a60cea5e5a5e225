export { CoefficientModule } from './coefficient.module';
export { DrawCoefficients } from './draw-coefficients';
