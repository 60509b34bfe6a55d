"""The product's settings with a data directory of their own, so that tests never touch a real installation."""

import atexit
import os
import shutil
import tempfile

os.environ.setdefault("RAADHUS_MFA_ROLES", "")
_data = tempfile.mkdtemp(prefix="raadhus-test-")
atexit.register(shutil.rmtree, _data, ignore_errors=True)
os.environ["RAADHUS_DATA"] = _data
os.environ.setdefault("RAADHUS_SECRET_KEY", "only-for-tests")

from raadhus.config.settings import *  # noqa: E402, F403 - the environment must be set before the product reads it

# A file, as in an installation: each thread of the journeys' server has its own connection to it. In memory all would
# share one, and two requests at once would stand in each other's transactions.
if not os.environ.get("RAADHUS_DATABASE"):
    DATABASES["default"]["TEST"] = {"NAME": f"{_data}/tests.sqlite3"}  # noqa: F405 - from the settings above
    # Who writes on a busy machine is waited for; that nobody waits in vain is not the tests' matter.
    DATABASES["default"]["OPTIONS"]["timeout"] = 120  # noqa: F405 - likewise

# Tests of releases look at figures, not at drawings.
CHARTS_AHEAD = 0
