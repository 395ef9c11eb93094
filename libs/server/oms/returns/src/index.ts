export { ReceiveReturnUseCase } from './receive-return/receive-return.use-case';
export { ReturnsHttpModule } from './returns-http.module';
export { ReturnsJobsModule } from './returns-jobs.module';
export { ReturnsModule } from './returns.module';
export { ReturnsOfShift } from './show-returns/returns-of-shift.query';
