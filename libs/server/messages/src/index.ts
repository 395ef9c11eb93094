export { MessagesHttpModule } from './messages-http.module';
export { MessagesJobsModule } from './messages-jobs.module';
export { MessagesModule } from './messages.module';
