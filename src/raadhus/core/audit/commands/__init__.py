"""The commands of the audit trail. Whoever may start commands on the server acts as the command line itself."""
