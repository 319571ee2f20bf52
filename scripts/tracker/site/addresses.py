"""Where each kind of page is: addresses from the root of the site, without a leading slash."""

from __future__ import annotations

from tracker.site.text import safe_id


def strategy_address(strategy: str) -> str:
    """The page of a strategy."""
    return f"strategies/{safe_id(strategy)}/"


def priority_address(priority: str) -> str:
    """The page of a priority."""
    return f"priorities/{safe_id(priority)}/"


def outcome_address(outcome: str) -> str:
    """The page of an outcome."""
    return f"outcomes/{safe_id(outcome)}/"


def commitments_address(group: str) -> str:
    """The page of a group of commitments."""
    return f"commitments/{safe_id(group)}/"


def indicator_address(indicator: str) -> str:
    """The page of an indicator."""
    return f"indicators/{safe_id(indicator)}/"


def meeting_address(meeting: str) -> str:
    """The page of a meeting."""
    return f"meetings/{safe_id(meeting)}/"


def request_address(request: str) -> str:
    """The page of a Freedom of Information request."""
    return f"requests/{safe_id(request)}/"


def part_address(part: str) -> str:
    """The page of a part of a paper, or of a paper."""
    return f"papers/{safe_id(part)}/"


def passage_address(part: str, block: str) -> str:
    """A passage on the page of its part."""
    return f"papers/{safe_id(part)}/#{safe_id(block)}"
