"""Every page: its address, script, title and icon. The menu, the tests and the start page read this."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PageSpec:
    """One page. `slug` is its address; unlisted pages are reached by links, those of one record only from it.

    `section` is the part of the menu it stands in; a page without one stands in the menu itself.
    """

    slug: str
    path: str
    icon: str
    listed: bool = True
    in_footer: bool = True
    section: str = ""

    @property
    def title_key(self) -> str:
        """Key of the page's name in the menu."""
        return f"nav.{self.name}"

    @property
    def name(self) -> str:
        """The page's id in words and tests."""
        return self.slug.replace("side-effects", "effects") or "home"


PAGES: tuple[PageSpec, ...] = (
    PageSpec("", "views/start/home.py", ":material/home:"),
    PageSpec("how", "views/mechanism/how.py", ":material/route:"),
    PageSpec("evidence", "views/evidence/matrix.py", ":material/grid_view:", section="evidence"),
    PageSpec("side-effects", "views/harms/side_effects.py", ":material/timeline:", section="harms"),
    PageSpec("studies", "views/evidence/studies.py", ":material/library_books:", section="evidence"),
    PageSpec("research", "views/evidence/research.py", ":material/hourglass_empty:", section="evidence"),
    PageSpec("safety", "views/harms/safety.py", ":material/health_and_safety:", section="harms"),
    PageSpec("practical", "views/harms/practical.py", ":material/stairs:", section="harms"),
    PageSpec("visit", "views/visit/my_visit.py", ":material/assignment:"),
    PageSpec("claims", "views/heard/claims.py", ":material/hearing:", section="heard"),
    PageSpec("questions", "views/heard/questions.py", ":material/help:", section="heard"),
    PageSpec("background", "views/heard/background.py", ":material/menu_book:", section="heard"),
    PageSpec("stories", "views/heard/stories.py", ":material/forum:", section="heard"),
    PageSpec("search", "views/start/search.py", ":material/search:", listed=False),
    PageSpec("condition", "views/evidence/condition.py", ":material/person:", listed=False, in_footer=False),
    PageSpec("study", "views/evidence/study.py", ":material/article:", listed=False, in_footer=False),
    PageSpec("about", "views/start/about.py", ":material/info:", listed=False),
)


def sections() -> tuple[str, ...]:
    """The parts of the menu, in order; "" first: pages that stand in the menu itself."""
    return tuple(dict.fromkeys(["", *(page.section for page in PAGES)]))


def page_of(name: str) -> PageSpec:
    """The page with this name. Raises KeyError when there is none."""
    for page in PAGES:
        if page.name == name:
            return page
    raise KeyError(f"no page {name!r}; there are: {', '.join(page.name for page in PAGES)}")


def page_at(slug: str) -> PageSpec:
    """The page at this address. Raises KeyError when there is none."""
    for page in PAGES:
        if page.slug == slug:
            return page
    raise KeyError(f"no page at {slug!r}; there are: {', '.join(page.slug for page in PAGES)}")
