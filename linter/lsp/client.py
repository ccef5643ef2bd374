"""What the editor can do, as far as it matters here."""

from dataclasses import dataclass
from typing import Any

from lsprotocol.types import ClientCapabilities, InitializeParams, MarkupKind

_ALL = "nianbao"


@dataclass(frozen=True, slots=True)
class Client:
    """An editor. `encoding` is how it counts; `related`, `links` and `tags` are what it shows of a diagnostic;
    `asks` are the commands whose dialogue it leads itself (`explain`, `score`, `suppress`); `status`: it wants to
    be told how each report stands; `settings` were given at the start."""

    encoding: str = "utf-16"
    related: bool = False
    links: bool = False
    tags: tuple[int, ...] = ()
    markdown: bool = False
    hierarchy: bool = False
    versions: bool = False
    configuration: bool = False
    progress: bool = False
    shows: bool = False
    pulls: bool = False
    refreshes_diagnostics: bool = False
    refreshes_lenses: bool = False
    asks: frozenset[str] = frozenset()
    status: bool = False
    settings: object = None


def client_of(params: InitializeParams, encoding: str) -> Client:
    """The editor that sent `params`."""
    can = params.capabilities
    given = params.initialization_options
    options: dict[str, Any] = given if isinstance(given, dict) else {}
    asks = options.get("asks")
    return Client(
        encoding=str(getattr(encoding, "value", encoding)),
        related=bool(_at(can, "text_document", "publish_diagnostics", "related_information")),
        links=bool(_at(can, "text_document", "publish_diagnostics", "code_description_support")),
        tags=_tags(can),
        markdown=MarkupKind.Markdown in (_at(can, "text_document", "hover", "content_format") or ()),
        hierarchy=bool(_at(can, "text_document", "document_symbol", "hierarchical_document_symbol_support")),
        versions=bool(_at(can, "workspace", "workspace_edit", "document_changes")),
        configuration=bool(_at(can, "workspace", "configuration")),
        progress=bool(_at(can, "window", "work_done_progress")),
        shows=bool(_at(can, "window", "show_document", "support")),
        pulls=_at(can, "text_document", "diagnostic") is not None,
        refreshes_diagnostics=bool(_at(can, "workspace", "diagnostics", "refresh_support")),
        refreshes_lenses=bool(_at(can, "workspace", "code_lens", "refresh_support")),
        asks=frozenset(one for one in asks if isinstance(one, str))
        if isinstance(asks, list)
        else frozenset(),
        status=options.get("status") is True,
        settings=options.get("settings", options.get(_ALL)),
    )


def _at(can: ClientCapabilities, *names: str) -> Any:
    """A capability by its path; None where any step is missing."""
    value: Any = can
    for name in names:
        value = getattr(value, name, None)
        if value is None:
            return None
    return value


def _tags(can: ClientCapabilities) -> tuple[int, ...]:
    found = _at(can, "text_document", "publish_diagnostics", "tag_support", "value_set") or ()
    return tuple(int(one) for one in found)
