/** Appointments for tests, with what does not matter filled in. */
import {
  type Appointment,
  type AppointmentException,
  type AppointmentPrivate,
  appointment,
  appointmentException,
  appointmentPrivate,
  type RepeatRule,
  type Slot,
  slot,
} from '#domain/appointment.ts'

export const makeAppointment = (id: string, fields: Partial<Appointment> = {}): Appointment => ({
  ...appointment.defaults,
  id,
  deleted: false,
  ...fields,
})

export const makeException = (
  id: string,
  fields: Partial<AppointmentException> = {},
): AppointmentException => ({ ...appointmentException.defaults, id, deleted: false, ...fields })

export const makeSlot = (id: string, fields: Partial<Slot> = {}): Slot => ({
  ...slot.defaults,
  id,
  deleted: false,
  ...fields,
})

export const makePrivate = (id: string, fields: Partial<AppointmentPrivate> = {}): AppointmentPrivate => ({
  ...appointmentPrivate.defaults,
  id,
  deleted: false,
  ...fields,
})

export const makeTime = (start: string, end: string, zone = 'America/Toronto') => ({
  start,
  end,
  zone,
  allDay: false,
})

export const makeRule = (fields: Partial<RepeatRule> = {}): RepeatRule => ({
  every: 1,
  unit: 'week',
  weekdays: [],
  nth: null,
  until: null,
  count: null,
  ...fields,
})
