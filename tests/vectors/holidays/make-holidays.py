"""Writes holidays.json beside this file: the statutory holidays of ten provinces in five years, from the python-holidays
package (https://pypi.org/project/holidays/), which has rules and arithmetic of its own, and some walks over working days.

    python3 -m venv /tmp/holidays && /tmp/holidays/bin/pip install holidays==0.105
    /tmp/holidays/bin/python tests/vectors/holidays/make-holidays.py

The package's own "observed" days are left out: it moves every holiday of a weekend, which only some laws do. Where the
law differs from the package, CORRECTIONS says so, with the reason; nothing else is changed.
"""

import json
import random
from datetime import date, timedelta
from pathlib import Path

import holidays

PROVINCES = ["AB", "BC", "MB", "NB", "NL", "NS", "ON", "PE", "QC", "SK"]
YEARS = range(2023, 2028)

REMEMBRANCE_MB = (
    "The Remembrance Day Act closes most businesses of Manitoba on 11 November. It is no general holiday of the "
    "Employment Standards Code, which is all that the package knows."
)
EASTER_MONDAY_QC = (
    "Good Friday or Easter Monday, as the employer chooses (Act respecting labour standards, s. 60). The package has "
    "Good Friday alone; on either day an office may be closed."
)
NEW_YEAR_SK = (
    "New Year's Day of 2023 was a Sunday, and Saskatchewan observes it on the Monday after. No other province's law "
    "moves the day for everybody in these five years."
)
EASTER_MONDAYS = ["2023-04-10", "2024-04-01", "2025-04-21", "2026-04-06", "2027-03-29"]

CORRECTIONS = [
    {"province": "MB", "add": [f"{year}-11-11" for year in YEARS], "remove": [], "why": REMEMBRANCE_MB},
    {"province": "QC", "add": EASTER_MONDAYS, "remove": [], "why": EASTER_MONDAY_QC},
    {"province": "SK", "add": ["2023-01-02"], "remove": ["2023-01-01"], "why": NEW_YEAR_SK},
]


def days_of(province):
    days = {day.isoformat() for day in holidays.CA(subdiv=province, years=YEARS, observed=False)}
    for each in CORRECTIONS:
        if each["province"] == province:
            assert not days & set(each["add"]) and set(each["remove"]) <= days, each
            days = (days | set(each["add"])) - set(each["remove"])
    return sorted(days)


def walk(start, count, off):
    """The count-th working day after start, or before it."""
    step = timedelta(days=1 if count > 0 else -1)
    day = start
    left = abs(count)
    while left:
        day += step
        left -= day.isoweekday() < 6 and day.isoformat() not in off
    return day


def walks_of(province):
    off = set(days_of(province))
    dice = random.Random(province)
    walks = []
    for _ in range(60):
        start = date(2023, 4, 1) + timedelta(days=dice.randrange(1640))
        count = dice.choice([-60, -25, -10, -5, -2, -1, 1, 2, 5, 10, 25, 60])
        walks.append(f"{start} {count:+d} {walk(start, count, off)}")
    return walks


golden = {
    "from": f"python-holidays {holidays.__version__}, public holidays without its observed days",
    "corrections": CORRECTIONS,
    "years": list(YEARS),
    "provinces": {province: days_of(province) for province in PROVINCES},
    "walks": {province: walks_of(province) for province in PROVINCES},
}
path = Path(__file__).with_name("holidays.json")
path.write_text(json.dumps(golden, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
