"""`python -m showctl`."""

import sys

from showctl.cli import main

sys.exit(main())
