"""Every calendar of a folder is read whole; its events are distinct, placed in their zone, and say what they must."""

import pathlib
import sys

import icalendar

files = events = 0
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.ics")):
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    assert not calendar.errors and calendar["METHOD"] == "PUBLISH", path
    zones = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
    seen = set()
    for event in calendar.walk("VEVENT"):
        assert not event.errors, (path, event.errors)
        assert event["UID"] not in seen, (path, event["UID"])
        seen.add(event["UID"])
        start, end = event["DTSTART"], event["DTEND"]
        assert start.dt < end.dt, (path, start.dt, end.dt)
        assert start.params.get("TZID") in zones or start.params.get("VALUE") == "DATE", (path, start.params)
        assert str(event["SUMMARY"]) and event["STATUS"] in ("CONFIRMED", "CANCELLED") and int(event["SEQUENCE"]) >= 0
        events += 1
    files += 1
print(f"{files} agendas relus par icalendar {icalendar.__version__}, {events} séances.")
