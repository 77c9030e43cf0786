"""What every test may use: the shipped dataset and the English words."""

import pytest
from hypothesis import settings

from content.text import Words, load_words
from data.dataset import Dataset
from data.load import load_dataset

# The same cases on every machine, however slow: a test that fails for one of us fails for all of us. To look for new
# cases, run pytest with --hypothesis-profile=default.
settings.register_profile("same-everywhere", derandomize=True, deadline=None)
settings.load_profile("same-everywhere")


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """The dataset that is shipped."""
    return load_dataset()


@pytest.fixture(scope="session")
def words() -> Words:
    """English words."""
    return load_words("en")
