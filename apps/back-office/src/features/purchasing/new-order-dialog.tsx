'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, EmptyState, LinkButton, NumberField, Select } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import { api } from '../../api';
import { useDirectory } from '../../directory';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import styles from './purchasing.module.css';
import { suppliersToChoose } from './purchasing-queries';

const ONE = 1_000_000;

/** From whom and for which place; where two currencies meet, at which rate. The lines come on the order's own page. */
export function NewOrderDialog({ supplierId: first, onClose }: { supplierId: string | null; onClose: () => void }) {
  const t = useTranslations('purchasing');
  const shell = useTranslations('shell');
  const router = useRouter();
  const known = useDirectory();
  const all = useQuery(suppliersToChoose).data?.items;
  const suppliers = (all ?? []).filter((supplier) => supplier.active);
  const places = (known?.locations ?? []).filter((place) => place.kind !== 'marketplace');
  const [id] = useState(() => newId());
  const [supplierId, setSupplierId] = useState(first);
  const [locationId, setLocationId] = useState<string | null>(null);
  const [rate, setRate] = useState(Number.NaN);
  const supplier = suppliers.find((each) => each.id === supplierId);
  const marketCode = places.find((place) => place.id === locationId)?.marketCode;
  const currency = known?.markets.find((market) => market.code === marketCode)?.currency;
  const needsRate = supplier !== undefined && currency !== undefined && supplier.currency !== currency;
  const rateMillionths = needsRate ? Math.round(rate * ONE) : ONE;
  const make = useMutation({
    mutationFn: () => api.put('/api/purchase-orders/{id}', { params: { path: { id } }, body: { version: 0, supplierId: supplierId ?? '', locationId: locationId ?? '', expectedOn: null, note: '', rateMillionths, lines: [] } }),
    onSuccess: () => router.push(`/purchasing/${id}`),
  });
  const isReady = supplier !== undefined && locationId !== null && rateMillionths > 0;
  return (
    <Dialog isOpen onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={t('newOrder')} closeLabel={shell('close')}
      footer={<><Button onPress={onClose}>{t('cancel')}</Button><Button variant="primary" isDisabled={!isReady} isPending={make.isPending} onPress={() => make.mutate()}>{t('makeOrder')}</Button></>}>
      <div className={styles.form}>
        {make.error ? <ScreenError error={make.error} /> : null}
        {all?.length === 0 ? <EmptyState title={t('suppliers.empty.title')} action={<LinkButton href="/purchasing/suppliers">{t('suppliers.title')}</LinkButton>}>{t('suppliers.empty.text')}</EmptyState> : null}
        <Select label={t('supplier')} options={suppliers.map((each) => ({ id: each.id, label: each.name, detail: each.currency }))} value={supplierId} onChange={setSupplierId} />
        <Select label={t('location')} options={places.map((place) => ({ id: place.id, label: place.name, detail: place.code }))} value={locationId} onChange={setLocationId} />
        {needsRate ? <NumberField label={t('rate', { from: supplier.currency, to: currency })} description={t('rateHint', { from: supplier.currency, to: currency })} value={rate} onChange={setRate} minValue={0} formatOptions={{ maximumFractionDigits: 6 }} /> : null}
      </div>
    </Dialog>
  );
}
