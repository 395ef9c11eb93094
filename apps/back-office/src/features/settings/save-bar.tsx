'use client';
import { ApiProblem } from '@oneshelf/api-client';
import { Button } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { ScreenError } from '../../screen-error';
import type { EditedSetting } from './use-setting';
import styles from './settings.module.css';

/** Save and discard, what stands in the way, and the way out where somebody else was faster. */
export function SaveBar<Value>({ setting, what, isWrong = false }: { setting: EditedSetting<Value>; what: string; isWrong?: boolean }) {
  const t = useTranslations('settings');
  const isOvertaken = setting.error instanceof ApiProblem && setting.error.code === 'changed_meanwhile';
  return (
    <div className={styles.save}>
      {setting.error ? <ScreenError error={setting.error} /> : null}
      <div className={styles.saveActs}>
        <Button variant="primary" isDisabled={!setting.isChanged || isWrong} isPending={setting.isSaving} onPress={setting.save} aria-label={t('saveWhat', { what })}>{t('save')}</Button>
        {setting.isChanged && !isOvertaken ? <Button onPress={setting.discard} aria-label={t('discardWhat', { what })}>{t('discard')}</Button> : null}
        {isOvertaken ? <Button onPress={() => void setting.readAgain()}>{t('readAgain')}</Button> : null}
      </div>
    </div>
  );
}
