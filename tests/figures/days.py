"""Days as all counts of figures need them; nothing here is shared with statval."""
import calendar
import datetime
import re

# Bank holidays in England and Wales, for the years that samples and generated returns lie in.
HOLIDAYS = set("""2019-01-01 2019-04-19 2019-04-22 2019-05-06 2019-05-27 2019-08-26 2019-12-25 2019-12-26
2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28
2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28
2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27
2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26
2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26
2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26
2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28""".split())
DAY = datetime.timedelta(days=1)


def read_date(text):
    """The day of a date as XML writes it; None: it is none."""
    if not text or not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def add_months(day, months):
    """The same day of a later month, or the last one of it."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_years(day, years):
    return add_months(day, 12 * years)


def age_on(born, day):
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def working_days(first, last):
    """Working days after the first day up to the last; None when it comes before."""
    if last < first:
        return None
    days = (first + DAY * n for n in range(1, (last - first).days + 1))
    return sum(day.weekday() < 5 and day.isoformat() not in HOLIDAYS for day in days)
