"""Known answers for dates, from programs that know nothing of dyad.

    dates.py days FIRST LAST     a line for each day of the years, from Python's datetime
    dates.py edtf TEXT...        what the package edtf makes of each text

Prints JSON. Years outside 1 to 9999, which datetime lacks, are only in the second.
"""

import calendar
import contextlib
import datetime
import json
import sys

import edtf

EPOCH = datetime.date(1970, 1, 1).toordinal()
# The classes of levels 0 and 1: the package gives sets, exponents and marks of parts other ones.
FIRST_LEVELS = {
    "Date", "DateAndTime", "Interval", "Level1Interval", "UncertainOrApproximate", "Unspecified", "LongYear", "Season",
}


def day_lines(first, last):
    day, number = datetime.date(first, 1, 1), 0
    while day.year <= last:
        iso = day.isocalendar()
        month_end = calendar.monthrange(day.year, day.month)[1]
        # Steps of up to seventy years in both directions.
        step = number * 7919 % 51_131 - 25_565
        shifted = day + datetime.timedelta(days=step)
        leap = "leap" if calendar.isleap(day.year) else "common"
        yield (
            f"{day.toordinal() - EPOCH} {day.isoformat()} {iso.year:04}-W{iso.week:02} {day.isoweekday()}"
            f" {month_end} {leap} {step} {shifted.isoformat()}"
        )
        day += datetime.timedelta(days=1)
        number += 1


def written(end):
    """A day as dossiers write it; the distant ones where an end is open."""
    if isinstance(end, float):
        return "∞" if end > 0 else "-∞"
    year, month, day = end[:3]
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{day:02}"


def days(part):
    """The days that a date may mean, without what its mark adds, of which the standard gives no measure."""
    if type(part).__name__ == "UnspecifiedIntervalSection":
        return None if part.is_unknown else "open"
    return [written(part.lower_strict()), written(part.upper_strict())]


def mark(part):
    for name, sign in [("is_approximate", "~"), ("is_uncertain", "?"), ("is_uncertain_and_approximate", "%")]:
        if getattr(part, name, False):
            return sign
    return None


def reading(text):
    """The level, and for one date or two ends the days and the mark of each; null where it is not EDTF."""
    # Its parser skips white space, and it fails on intervals that end within a decade (/201X), with lines of its own.
    if text != text.strip():
        return None
    try:
        with contextlib.redirect_stdout(sys.stderr):
            value = edtf.parse_edtf(text)
    except (edtf.EDTFParseException, TypeError):
        return None
    kind = type(value).__name__
    if kind not in FIRST_LEVELS or getattr(value, "significant_digits", None):
        return {"level": 2, "ends": []}
    ends = [value.lower, value.upper] if kind.endswith("Interval") else [value]
    # No day has such a year.
    ends = [] if kind == "LongYear" else [{"days": days(end), "mark": mark(end)} for end in ends]
    return {"level": 1, "ends": ends}


if sys.argv[1] == "days":
    json.dump("\n".join(day_lines(int(sys.argv[2]), int(sys.argv[3]))), sys.stdout)
else:
    json.dump([reading(text) for text in sys.argv[2:]], sys.stdout)
