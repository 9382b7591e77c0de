// What another implementation of iCalendar reads in a file of ours.
import ICAL from 'ical.js';

export function readCalendar(text) {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map(component => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      starts: event.startDate.toString(),
      ends: event.endDate.toString(),
      allDay: event.startDate.isDate,
      status: component.getFirstPropertyValue('status'),
      summary: event.summary,
      description: event.description,
    };
  });
}
