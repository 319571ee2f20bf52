"""Figures of tables, charts, dashboards, letters and running text as observations of indicators."""
