"""A configuration file: read, checked, and made into layers."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from os.path import relpath
from pathlib import Path

from msgspec import UnsetType

from linter.config.find import SHARED, has_table
from linter.config.globs import matches
from linter.config.settings import Layer, Settings, profile_path
from linter.config.shape import ConfigFile
from linter.config.toml_source import read_toml
from linter.model.errors import UsageError
from linter.rulebook import load_profile
from linter.rulebook.conform import conform
from linter.rulebook.located import Key

_OURS: Key = ("tool", "nianbao")


@dataclass(frozen=True, slots=True)
class Config:
    """What a configuration file says for all files (`layer`), and for those that match patterns (`overrides`)."""

    layer: Layer
    overrides: tuple[tuple[tuple[str, ...], Layer], ...] = ()


def load_config(path: Path) -> Config:
    """The configuration in a file, in its `[tool.nianbao]` if it is a pyproject.toml. UsageError for whatever is
    wrong with it; whether rules and options exist is seen when they are used."""
    with suppress(PermissionError):  # reading says so
        if path.is_dir() or not path.exists():
            raise UsageError(f"{path}：没有这个配置文件", f"{path}: there is no such configuration file")
    if path.name == SHARED and not has_table(path):
        raise UsageError(f"{path}：里面没有 [tool.nianbao]", f"{path}: it has no [tool.nianbao]")
    source = read_toml(path)
    at = _OURS if path.name == SHARED else ()
    value = source.value
    for name in at:
        value = value[name]
    file = conform(source, value, ConfigFile, at)
    layer = Layer(file, source, at, path.parent)
    overrides = tuple(
        (one.files, Layer(one, source, (*at, "overrides", number), path.parent))
        for number, one in enumerate(file.overrides)
    )
    for one in (layer, *(inner for _, inner in overrides)):
        _check(one)
    return Config(layer, overrides)


def settings_for(path: Path | None, config: Config | None, command: Layer | None = None) -> Settings:
    """What is in force for the file at `path`; None: for no file in particular."""
    layers = [config.layer] if config else []
    if config and path:
        layers += _overrides(path, config)
    return Settings((*layers, command) if command else tuple(layers))


def _overrides(path: Path, config: Config) -> Iterator[Layer]:
    """Those that apply to the file."""
    if config.overrides:
        way = _way(path, config.layer.folder)
        yield from (
            layer for patterns, layer in config.overrides if any(matches(one, way) for one in patterns)
        )


def _way(path: Path, folder: Path) -> str:
    """The path as seen from the folder; as it is seen from the root, if it lies elsewhere."""
    try:
        way = Path(relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        way = ".."
    return path.absolute().as_posix() if way.split("/")[0] == ".." else way


def _check(layer: Layer) -> None:
    """What the shape does not say: that files exist, and names are known."""
    values = layer.values
    if not isinstance(values.encoding, UnsetType):
        _check_encoding(layer, values.encoding)
    if not isinstance(values.profile, UnsetType):
        try:
            load_profile(profile_path(values.profile, layer))
        except UsageError as error:
            raise layer.fault(("profile",), error.zh, error.en) from None
    if not isinstance(values, ConfigFile):
        return
    for number, name in enumerate(() if isinstance(values.rules, UnsetType) else values.rules):
        if not (layer.folder / name).is_dir():
            raise layer.fault(("rules", number), f"没有文件夹 {name}", f"there is no folder {name}")
    for number, name in enumerate(() if isinstance(values.corpora, UnsetType) else values.corpora):
        if not (layer.folder / name).is_file():
            raise layer.fault(("corpora", number), f"没有文件 {name}", f"there is no file {name}")
    if not isinstance(values.units, UnsetType) and not (layer.folder / values.units).is_file():
        raise layer.fault(("units",), f"没有文件 {values.units}", f"there is no file {values.units}")
    if not isinstance(values.previous, UnsetType) and not (layer.folder / values.previous).exists():
        name = values.previous
        raise layer.fault(("previous",), f"没有文件或文件夹 {name}", f"there is no file or folder {name}")


def _check_encoding(layer: Layer, name: str) -> None:
    """Python knows it, and it is one of text."""
    try:
        bytes(4).decode(name, "replace")
    except (LookupError, ValueError):
        zh = f"没有 {name} 这种编码；常用的有 utf-8、gb18030、utf-16"
        raise layer.fault(
            ("encoding",), zh, f"no such encoding {name}; try utf-8, gb18030 or utf-16"
        ) from None
