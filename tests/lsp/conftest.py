"""A server for each test, and an editor of each kind that speaks with it."""

import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
import pytest_lsp
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

from tests.lsp.editor import Editor

SERVER = [sys.executable, "-m", "linter", "lsp"]
EDITORS = {"visual-studio-code": "utf-16", "neovim@0.11.0": "utf-8", "emacs": "utf-32"}
"""The recorded capabilities of editors, and how each counts."""

_EDITORS: dict[int, Editor] = {}


@pytest_lsp.fixture(config=ClientServerConfig(server_command=SERVER))  # type: ignore[untyped-decorator]
async def client(lsp_client: LanguageClient) -> AsyncIterator[None]:
    """A client with a server of its own; the test begins the session."""
    yield
    await lsp_client.shutdown_session()


@pytest_lsp.fixture(config=ClientServerConfig(server_command=SERVER), params=EDITORS, scope="module")  # type: ignore[untyped-decorator]
async def shared(
    lsp_client: LanguageClient, request: Any, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[None]:
    """A client of each kind that has begun a session, for all tests of a module."""
    made = Editor(lsp_client, tmp_path_factory.mktemp("reports"))
    await made.begin(client_capabilities(request.param))
    assert made.encoding == EDITORS[request.param]
    _EDITORS[id(lsp_client)] = made
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def editor(shared: LanguageClient) -> Editor:
    """An editor of each kind at work."""
    return _EDITORS[id(shared)]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """The folder that is open in the editor."""
    return tmp_path


@pytest_asyncio.fixture
async def vscode(client: LanguageClient, reports: Path) -> Editor:
    """One editor, where the kind makes no difference."""
    made = Editor(client, reports)
    await made.begin(client_capabilities("visual-studio-code"))
    return made
