/** Appointments of the demo household, around today: one that repeats, one with an open place, one that clashes. */
import {
  type AppointmentTime,
  appointment,
  appointmentException,
  appointmentPrivate,
  exceptionId,
  privateId,
  type SlotRole,
  slot,
} from '#domain/appointment.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import type { FieldsOf, RecordId } from '#domain/record-kind.ts'
import { weekdayNameOf } from '#domain/wall-clock.ts'
import type { DraftOp } from '#store/store.ts'
import { createOp } from './commands/gate.ts'
import { type DemoInput, SPONSORSHIP, sayIn } from './demo-names.ts'

const ZONE = 'America/Toronto'
const at = (date: IsoDate, start: string, end: string): AppointmentTime => ({
  start: `${date}T${start}`,
  end: `${date}T${end}`,
  zone: ZONE,
  allDay: false,
})

interface DemoAppointment {
  readonly id: RecordId
  readonly fields: Partial<FieldsOf<typeof appointment>>
  readonly slots: readonly (readonly [SlotRole, RecordId | null])[]
  readonly care?: Partial<FieldsOf<typeof appointmentPrivate>>
}

export function appointmentOps({ today, memberId, language }: DemoInput): readonly DraftOp[] {
  const say = sayIn(language)
  // The Tuesday of this week or the last one, four weeks back: the class has gone on for a while.
  const back = { su: 5, mo: 6, tu: 0, we: 1, th: 2, fr: 3, sa: 4 }[weekdayNameOf(today)]
  const tuesday = addDays(today, -back - 28)
  const all: readonly DemoAppointment[] = [
    {
      id: 'demo-appointment-class',
      fields: {
        kind: 'language',
        title: say('Class', 'Cours'),
        time: at(tuesday, '09:00', '11:30'),
        place: say('Library, main entrance', 'Bibliothèque, entrée principale'),
        attending: ['demo-person-A1'],
        travelMinutes: 20,
        repeat: { every: 1, unit: 'week', weekdays: ['tu'], nth: null, until: null, count: null },
      },
      slots: [
        ['driver', 'demo-member-heron'],
        ['child-care', null],
      ],
    },
    {
      id: 'demo-appointment-north',
      fields: {
        kind: 'health',
        title: say('Appointment, north end', 'Rendez-vous, quartier nord'),
        time: at(addDays(today, 2), '10:15', '11:00'),
        place: say('Corner of Elm and Fourth', 'Angle Elm et Quatrième'),
        attending: ['demo-person-C1'],
        travelMinutes: 25,
        preparation: say('Health card, list of questions.', 'Carte santé, liste de questions.'),
      },
      slots: [
        ['driver', null],
        ['interpreter', null],
      ],
      care: {
        placeName: say('Elm Street family clinic (demo)', 'Clinique familiale de la rue Elm (démo)'),
        reason: say('First check-up', 'Premier examen'),
      },
    },
    {
      id: 'demo-appointment-school',
      fields: {
        kind: 'school',
        title: say('Parents’ evening', 'Soirée des parents'),
        time: at(addDays(today, 6), '18:00', '19:30'),
        place: say('School, side door', 'École, porte latérale'),
        attending: ['demo-person-A1'],
        members: [memberId],
        travelMinutes: 15,
      },
      slots: [
        ['interpreter', 'demo-member-otter'],
        ['child-care', 'demo-member-wren'],
      ],
    },
    {
      id: 'demo-appointment-bank',
      fields: {
        kind: 'bank',
        title: say('Bank, questions about the account', 'Banque, questions sur le compte'),
        time: at(addDays(today, 6), '19:00', '19:45'),
        place: say('Branch on Main Street', 'Succursale, rue Principale'),
        attending: ['demo-person-A1'],
        travelMinutes: 10,
      },
      slots: [['companion', 'demo-member-heron']],
    },
    {
      id: 'demo-appointment-tax',
      fields: {
        kind: 'official',
        title: say('Forms clinic', 'Atelier de formulaires'),
        time: at(addDays(today, -4), '13:00', '15:00'),
        place: say('Community centre', 'Centre communautaire'),
        attending: ['demo-person-A1', 'demo-person-A2'],
        status: 'done',
        outcome: {
          km: 18,
          hours: 3,
          note: say('Second form by month’s end.', 'Deuxième formulaire avant la fin du mois.'),
        },
      },
      slots: [['driver', 'demo-member-heron']],
    },
  ]
  return [
    ...all.flatMap(opsOf),
    createOp(appointmentException, exceptionId('demo-appointment-class', addDays(tuesday, 21)), {
      appointment: 'demo-appointment-class',
      original: addDays(tuesday, 21),
      status: 'missed',
      outcome: { km: 0, hours: 0, note: say('Snow.', 'Neige.') },
    }),
  ]
}

const opsOf = ({ id, fields, slots, care }: DemoAppointment): readonly DraftOp[] => [
  createOp(appointment, id, { sponsorship: SPONSORSHIP, ...fields }),
  ...slots.map(([role, who], i) =>
    createOp(slot, `${id}-slot-${i}`, {
      appointment: id,
      role,
      filledBy: who === null ? null : { kind: 'member', id: who },
      order: `a${i}`,
    }),
  ),
  ...(care ? [createOp(appointmentPrivate, privateId(id), { appointment: id, ...care })] : []),
]
