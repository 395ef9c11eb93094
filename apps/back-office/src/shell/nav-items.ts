import { BadgePercent, Boxes, CalendarClock, ChartColumn, ClipboardCheck, History, Mail, MonitorSmartphone, Percent, ReceiptText, Settings, Tag, TriangleAlert, Truck, Undo2, Upload, Users, type LucideIcon } from 'lucide-react';

export type NavItem = {
  id: 'today' | 'orders' | 'returns' | 'customers' | 'products' | 'prices' | 'stock' | 'purchasing' | 'promotions' | 'taxes' | 'reports' | 'imports' | 'tills' | 'messages' | 'stuckWork' | 'history' | 'settings';
  href: string;
  icon: LucideIcon;
  /** `g`, then this key, goes there. */
  goKey?: string;
};

/** The rooms of the office, in the order of the sidebar. */
export const navItems: readonly NavItem[] = [
  { id: 'today', href: '/', icon: ClipboardCheck },
  { id: 'orders', href: '/orders', icon: ReceiptText, goKey: 'o' },
  { id: 'returns', href: '/returns', icon: Undo2 },
  { id: 'customers', href: '/customers', icon: Users },
  { id: 'products', href: '/products', icon: Tag },
  { id: 'prices', href: '/prices', icon: CalendarClock, goKey: 'p' },
  { id: 'stock', href: '/stock', icon: Boxes, goKey: 's' },
  { id: 'purchasing', href: '/purchasing', icon: Truck },
  { id: 'promotions', href: '/promotions', icon: BadgePercent },
  { id: 'taxes', href: '/taxes', icon: Percent },
  { id: 'reports', href: '/reports/day', icon: ChartColumn },
  { id: 'imports', href: '/imports', icon: Upload },
  { id: 'tills', href: '/tills', icon: MonitorSmartphone },
  { id: 'messages', href: '/messages', icon: Mail },
  { id: 'stuckWork', href: '/stuck-work', icon: TriangleAlert },
  { id: 'history', href: '/history', icon: History },
  { id: 'settings', href: '/settings', icon: Settings },
];

/** The entry of a path: `/orders/20418` belongs to Orders, only `/` itself to Today. */
export function navItemOf(pathname: string): NavItem | undefined {
  return navItems.find((item) => {
    if (item.href === '/') return pathname === '/';
    const room = `/${item.href.split('/')[1]}`;
    return pathname === room || pathname.startsWith(`${room}/`);
  });
}
