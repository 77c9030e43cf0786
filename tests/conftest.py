"""What every test may use: the shipped dataset and the English words."""

import pytest

from content.text import Words, load_words
from data.dataset import Dataset
from data.load import load_dataset


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """The dataset that is shipped."""
    return load_dataset()


@pytest.fixture(scope="session")
def words() -> Words:
    """English words."""
    return load_words("en")
