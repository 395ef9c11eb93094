import { CustomerListScreen } from '../../../features/customers/customer-list-screen';

export default function CustomerListPage() {
  return <CustomerListScreen />;
}
