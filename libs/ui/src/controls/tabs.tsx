'use client';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

export type TabItem = { id: string; label: string; count?: string | number; content: ReactNode };

export type TabsProps = { label: string; items: readonly TabItem[]; value?: string; onChange?: (id: string) => void };

/** Views of one thing, side by side. */
export function Tabs({ label, items, value, onChange }: TabsProps) {
  return (
    <AriaTabs className="os-tabs" selectedKey={value} onSelectionChange={(key) => onChange?.(String(key))}>
      <TabList aria-label={label} className="os-tab-list">
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className="os-tab">
            {item.label}
            {item.count === undefined ? null : <span className="os-count">{item.count}</span>}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id}>{item.content}</TabPanel>
      ))}
    </AriaTabs>
  );
}
