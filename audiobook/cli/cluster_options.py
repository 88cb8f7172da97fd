"""Options of `make` that have the lines spoken on other machines."""

from typing import Annotated

import typer

from audiobook.cluster.address import ClusterAddress, absolute_url
from audiobook.errors import UsageError

Cluster = Annotated[
    str | None,
    typer.Option(
        "--cluster",
        metavar="ADDRESS",
        help="Have the lines spoken by a Dask cluster, for example tcp://192.168.1.10:8786.",
        show_default=False,
        rich_help_panel="Other machines",
    ),
]
SharedStore = Annotated[
    str | None,
    typer.Option(
        "--take-store",
        metavar="URL",
        help="Where the cluster's workers put what they speak, for example s3://bucket/takes; this machine and all "
        "workers must reach it. Without it sound comes back through the scheduler.",
        show_default=False,
        rich_help_panel="Other machines",
    ),
]


def cluster_address(scheduler: str | None, take_store: str | None) -> ClusterAddress | None:
    """Say which cluster speaks; None if none is to.

    Raises:
        UsageError: a store without a cluster to fill it.
    """
    if scheduler is not None:
        store = None if take_store is None else absolute_url(take_store)
        return ClusterAddress(scheduler=scheduler, take_store=store)
    if take_store is not None:
        raise UsageError("--take-store is where a cluster keeps its takes", hint="name the cluster too: --cluster")
    return None
