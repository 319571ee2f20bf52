"""What a board does and keeps: parts of papers, meetings, minutes, requests, forward plans, terms."""
