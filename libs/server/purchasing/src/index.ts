export { PurchasingHttpModule } from './purchasing-http.module';
