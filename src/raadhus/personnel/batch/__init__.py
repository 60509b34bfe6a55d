"""From payroll's facts to a published cube: the one part of the room that sees people. It runs in a process of its own, never behind a page."""
