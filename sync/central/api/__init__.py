"""The HTTP interface: exchange, enrolment, health. Limits before parsing; bad input is a clear 4xx."""
