"""A session of pytest-lsp with the language server: python -m pytest lsp_session.py --server DYAD --folder FOLDER."""

import pathlib
import sys

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

SERVER, FOLDER = sys.argv[-2], pathlib.Path(sys.argv[-1])
URI = (FOLDER / "dossier.yaml").as_uri()
TEXT = (FOLDER / "dossier.yaml").read_text(encoding="utf-8")


@pytest_lsp.fixture(
    params=["visual_studio_code", "neovim", "emacs"],
    config=ClientServerConfig(server_command=[SERVER, "lsp", "--stdio"]),
)
async def client(lsp_client: LanguageClient, request):
    """A client with the abilities of an editor, which has the dossier open."""

    @lsp_client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(_params: types.RegistrationParams):
        return None

    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities(request.param),
            workspace_folders=[types.WorkspaceFolder(uri=FOLDER.as_uri(), name="ferry")],
        )
    )
    lsp_client.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(uri=URI, language_id="yaml", version=1, text=TEXT))
    )
    yield
    await lsp_client.shutdown_session()


def place(word, offset=1):
    """The position within the first occurrence of a word."""
    before = TEXT[: TEXT.index(word) + offset]
    return types.Position(line=before.count("\n"), character=len(before) - before.rfind("\n") - 1)


def document():
    return types.TextDocumentIdentifier(uri=URI)


async def change(client, text, version):
    """Changes the whole text, and waits for the findings of this version."""
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            text_document=types.VersionedTextDocumentIdentifier(uri=URI, version=version),
            content_changes=[types.TextDocumentContentChangeWholeDocument(text=text)],
        )
    )
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    return list(client.diagnostics[URI])


@pytest.mark.asyncio
async def test_findings_come_and_go(client: LanguageClient):
    found = await change(client, TEXT.replace("actors: [marrow]", "actors: [marow]"), 2)
    assert [finding.code for finding in found] == ["unknown-id"]
    assert await change(client, TEXT, 3) == []


@pytest.mark.asyncio
async def test_answers_have_the_types_of_the_protocol(client: LanguageClient):
    at = types.TextDocumentPositionParams(text_document=document(), position=place("marrow]"))
    hover = await client.text_document_hover_async(types.HoverParams(at.text_document, at.position))
    assert "Ilse Marrow" in hover.contents.value
    target = await client.text_document_definition_async(types.DefinitionParams(at.text_document, at.position))
    assert len(target) == 1
    edit = await client.text_document_rename_async(
        types.RenameParams(text_document=at.text_document, position=at.position, new_name="ilse-marrow")
    )
    assert edit.changes or edit.document_changes
    symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(document()))
    assert symbols
    folds = await client.text_document_folding_range_async(types.FoldingRangeParams(document()))
    assert folds
    items = await client.text_document_completion_async(
        types.CompletionParams(text_document=document(), position=place("AGREE", 2))
    )
    assert "AGREE" in [item.label for item in items.items]
    options = types.FormattingOptions(tab_size=2, insert_spaces=True)
    await client.text_document_formatting_async(types.DocumentFormattingParams(document(), options))


if __name__ == "__main__":
    sys.exit(pytest.main([__file__, "-q", "-p", "no:cacheprovider", "--rootdir", str(FOLDER), "-o", "asyncio_mode=auto", "-o", "asyncio_default_fixture_loop_scope=function"]))
