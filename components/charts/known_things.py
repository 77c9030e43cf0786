"""The three things about side effects that somebody counted, each sentence filled from its record."""

from content.numbers import write_number
from content.text import Words
from data.dataset import Dataset
from data.harms import share
from data.models.study import Effect
from data.naming import short_name
from data.summary import largest_placebo_twin, longest_placebo_twin, pooled_ratio


def known_things(dataset: Dataset, words: Words) -> list[str]:
    """The three things that were counted, each from its record; a thing without a record is left out."""
    found = []
    total = longest_placebo_twin(dataset, "any-side-effect")
    ldn, control = (write_number(share(arm) or 0, words.language, digits=0) for arm in (total.ldn, total.control))
    found.append(words("effects.known_1", study=short_name(total.study), ldn=ldn, placebo=control))
    stopped = largest_placebo_twin(dataset, "stopped-because-of-side-effect")
    if stopped is not None and stopped.ldn.events is not None and stopped.control.events is not None:
        counts = (stopped.ldn.events, stopped.ldn.n or 0, stopped.control.events, stopped.control.n or 0)
        ldn, ldn_n, placebo, placebo_n = (write_number(count, words.language) for count in counts)
        name = short_name(stopped.study)
        found.append(words("effects.known_3", study=name, ldn=ldn, ldn_n=ldn_n, placebo=placebo, placebo_n=placebo_n))
    dreams, small = pooled_ratio(dataset, "vivid-dreams"), largest_placebo_twin(dataset, "vivid-dreams")
    if dreams is not None and small is not None:  # a ratio never stands without the shares it multiplies
        study, _, effect = dreams
        arms = {"ldn": small.ldn, "placebo": small.control}
        shares = {name: write_number(share(arm) or 0, words.language, digits=0) for name, arm in arms.items()}
        names = {"study": short_name(study), "small": short_name(small.study)}
        found.append(words("effects.known_2", **names, **shares, **_ratio(effect, words)))
    return found


def _ratio(effect: Effect, words: Words) -> dict[str, str]:
    assert effect.value is not None and effect.ci is not None
    low, high = effect.ci
    return {
        name: write_number(value, words.language)
        for name, value in (("ratio", effect.value), ("low", low), ("high", high))
    }
