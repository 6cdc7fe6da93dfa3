"""Where the data files are: in a clone beside the packages, in an installation under the Python prefix."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

ENVIRONMENT = "ERAP_RESOURCES"
INSTALLED = Path("share", "erap-desktop", "resources")
_BESIDE_PACKAGES = Path(__file__).resolve().parents[3] / "resources"


class ResourcesNotFoundError(Exception):
    """No folder with the data files; the message names every place that was looked at."""


def resource_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder that holds `policy/`, `i18n/` and so on.

    ERAP_RESOURCES alone counts where it is set; then a clone's own folder, then the installed one.
    Raises ResourcesNotFoundError.
    """
    named = environment.get(ENVIRONMENT)
    candidates = [Path(named)] if named else [_BESIDE_PACKAGES, Path(sys.prefix) / INSTALLED]
    for folder in candidates:
        if (folder / "policy").is_dir():
            return folder
    looked = ", ".join(str(folder) for folder in candidates)
    raise ResourcesNotFoundError(f"the data files were not found in {looked}; name them with {ENVIRONMENT}")


def policy_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder of the policy files. Raises ResourcesNotFoundError."""
    return resource_folder(environment) / "policy"
