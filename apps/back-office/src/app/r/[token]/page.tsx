import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReceiptPageScreen } from '../../../features/receipt/receipt-page-screen';

type Props = { params: Promise<{ token: string }> };

/** Whoever holds the link may read it; search engines and the sites it leads to may not. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('receipt');
  return { title: { absolute: t('title') }, robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

export default async function ReceiptPage({ params }: Props) {
  return <ReceiptPageScreen token={(await params).token} />;
}
