"""Where a reader reports a mistake: the board's own mailbox, else the project's list of issues, else nowhere."""

from __future__ import annotations

import re

from tracker.records import TrackerSettings

MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
REPOSITORY = re.compile(r"https://[\w.-]+(?:/[\w.~-]+)+/?")


def reporting(settings: TrackerSettings) -> dict[str, str]:
    """What the template needs for "Report a mistake on this page"; nothing where ``tracker.yml`` names neither. An
    address that is not plainly one is not used: it would stand in a link on every page."""
    mailbox = next((box for box in settings.mailboxes if MAILBOX.fullmatch(box)), "")
    if mailbox:
        return {"report_mailbox": mailbox}
    if REPOSITORY.fullmatch(settings.repository):
        return {"report_issue": f"{settings.repository.rstrip('/')}/issues/new"}
    return {}
