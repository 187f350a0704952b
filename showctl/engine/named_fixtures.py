"""What people name when they park or highlight: fixtures, groups, ranges, parameters, addresses."""

import re

_ADDRESS = re.compile(r"([0-9]{1,5})\.([0-9]{1,3})")
