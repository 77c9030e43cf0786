"""The search page: by typing and by touch; what is typed stays out of the address."""

from tests.views.visit import address, pictures, said, visit


def test_a_question_is_answered_with_groups_and_its_own_page() -> None:
    at = visit("search")
    at.text_input(key="search_text").input("does it work for fybromyalgia").run()
    assert not at.exception
    text = pictures(at)["found"]
    assert "We read “fybromyalgia” as “fibromyalgia”." in text
    assert "Conditions" in text
    assert address(at) == {}, "what is typed never stands in the address"


def test_nothing_found_is_said_and_names_stay_in_reach() -> None:
    at = visit("search")
    at.text_input(key="search_text").input("zzzzqqqq").run()
    assert "Nothing here fits these words." in pictures(at)["found"]
    assert "Or touch a name" in said(at)
    assert "Crohn&#39;s disease" in pictures(at)["topics"]


def test_a_long_text_is_searched_by_its_beginning_and_that_is_said() -> None:
    at = visit("search")
    at.text_input(key="search_text").input("lupus " + "x" * 400).run()
    assert not at.exception
    assert [note.value for note in at.info] == ["Your text is long. The first 200 characters were searched."]
    assert "Lupus" in pictures(at)["found"]
