"""What is said in the editor's settings (`nianbao.*`); a report's own configuration lies below it."""

from pathlib import Path
from typing import Literal

import msgspec
from msgspec import UNSET

from linter.config.settings import Layer
from linter.config.shape import ConfigFile
from linter.model.errors import UsageError
from linter.rulebook.conform import described

_Names = str | tuple[str, ...]


class EditorSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings; what is empty was not said. Names can be a list, or a text with commas. Other keys are the
    editor's own business."""

    profile: str = ""
    select: _Names = ()
    ignore: _Names = ()
    previous: str = ""
    corpus: _Names = ()
    lang: Literal["zh", "en", ""] = ""


def editor_settings(said: object) -> EditorSettings:
    """The settings in `said`, which may stand under `nianbao` and may hold null for what is not set. UsageError
    for a value of the wrong kind."""
    found = said.get("nianbao", said) if isinstance(said, dict) else {}
    given = (
        {key: value for key, value in found.items() if value is not None} if isinstance(found, dict) else {}
    )
    try:
        return msgspec.convert(given, EditorSettings)
    except msgspec.ValidationError as error:
        why = described(str(error))
        raise UsageError(
            f"编辑器的 nianbao 设置有误：{why.zh}", f"the editor's nianbao settings are wrong: {why.en}"
        ) from None


def layer_of(settings: EditorSettings, folder: Path) -> Layer:
    """The settings as a layer above all configurations; paths in it count from `folder`."""
    return Layer(
        ConfigFile(
            select=_names(settings.select) or UNSET,
            ignore=_names(settings.ignore) or UNSET,
            profile=settings.profile or UNSET,
            previous=settings.previous or UNSET,
            corpora=_names(settings.corpus) or UNSET,
        ),
        folder=folder,
    )


def _names(said: _Names) -> tuple[str, ...]:
    parts = said.split(",") if isinstance(said, str) else said
    return tuple(name for one in parts if (name := one.strip()))
