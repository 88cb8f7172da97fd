"""Arguments and options that were given blank, as a script does whose variable is empty: refused before anything runs.

A blank path would mean the current folder and a blank name nobody; no parameter of ours means anything by it.
"""

from typing import Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperOption

from audiobook.cli.border import show_error
from audiobook.errors import UsageError


class CommandWithoutBlanks(TyperCommand):
    """A command that takes no blank value, whatever its parameters are."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the command line as every command does, after a look at the words as they were typed.

        Args:
            ctx: of click, or of the copy of it that newer versions of typer carry.
            args: the words after the command's name.
        """
        given, _, _ = self.make_parser(ctx).parse_args(args=list(args))
        for parameter in self.get_params(ctx):
            if _is_blank(given.get(parameter.name or "")) and isinstance(parameter, TyperArgument | TyperOption):
                show_error(_refusal(parameter))
                raise typer.Exit(UsageError.exit_code)
        return super().parse_args(ctx, args)


def _is_blank(value: object) -> bool:
    """Say whether a value as typed is blank, or one of several is."""
    words = value if isinstance(value, list | tuple) else (value,)
    return any(isinstance(word, str) and not word.strip() for word in words)


def _refusal(blank: TyperArgument | TyperOption) -> UsageError:
    if isinstance(blank, TyperOption):
        option = max(blank.opts, key=len)
        return UsageError(f'{option} "" is blank', hint=f"write a value after {option}, or leave {option} out")
    return UsageError(f'{blank.metavar or blank.name} "" is blank', hint="name it, or leave the quotation marks out")
