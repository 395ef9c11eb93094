import { ImportListScreen } from '../../../features/imports/import-list-screen';

export default function ImportListPage() {
  return <ImportListScreen />;
}
