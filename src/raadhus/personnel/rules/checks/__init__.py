"""What is looked for in payroll's facts before figures are made of them, one kind of mistake a module (docs/rules/personnel.md)."""
