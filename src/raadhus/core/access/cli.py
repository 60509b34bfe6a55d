"""`raadhus access ...`: each command is imported when it is asked for."""

import click

from raadhus.ui.terminal import Lazy, LazyGroup


@click.group(
    cls=LazyGroup,
    lazy={
        "create-account": Lazy("raadhus.core.access.commands.create_account:create_account_command"),
        "grant-role": Lazy("raadhus.core.access.commands.grant_role:grant_role_command"),
        "end-role": Lazy("raadhus.core.access.commands.end_role:end_role_command"),
        "explain": Lazy("raadhus.core.access.commands.explain:explain_command"),
        "policy": Lazy("raadhus.core.access.commands.policy:policy_command"),
    },
)
def access() -> None:
    """Adgang: konti, roller og hvorfor nogen må noget. RAADHUS_ACTOR nævner den, der gør det."""
