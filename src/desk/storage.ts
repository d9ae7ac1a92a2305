import type { ObjectState } from 'cloudflare:workers'
import type { Storage } from '../core/storage.ts'

/** The storage of an object as its rooms use it: methods of the platform lose their footing when they are taken off it. */
export const deskStorage = ({ storage }: ObjectState): Storage => ({
  sql: storage.sql,
  transactionSync: <T>(work: () => T): T => storage.transactionSync(work),
  setAlarm: (at) => storage.setAlarm(at),
  getAlarm: () => storage.getAlarm(),
  deleteAlarm: () => storage.deleteAlarm(),
  deleteAll: () => storage.deleteAll(),
})
