-- A session of a headless Neovim (0.7 or later) with the language server:
--     DYAD=… nvim --headless -u NONE FILE -c 'luafile editor.lua'
-- Writes what the editor shows and makes of the file to standard error, as JSON.
local found = {}

local client = vim.lsp.start_client({
  cmd = { vim.env.DYAD, 'lsp' },
  name = 'dyad',
  root_dir = vim.fn.getcwd(),
})
vim.lsp.buf_attach_client(0, client)

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

local function messages()
  local all = {}
  for _, finding in ipairs(vim.diagnostic.get(0)) do
    table.insert(all, string.format('%d:%d %s', finding.lnum, finding.col, finding.message))
  end
  return all
end

local function replace(old, new)
  local lines = vim.api.nvim_buf_get_lines(0, 0, -1, false)
  for number, line in ipairs(lines) do
    local first, last = line:find(old, 1, true)
    if first then
      vim.api.nvim_buf_set_text(0, number - 1, first - 1, number - 1, last, { new })
      vim.api.nvim_win_set_cursor(0, { number, first + 1 })
      return
    end
  end
end

local function request(method, more)
  local params = vim.tbl_extend('force', vim.lsp.util.make_position_params(0, 'utf-16'), more or {})
  local answers = vim.lsp.buf_request_sync(0, method, params, 10000) or {}
  return (answers[client] or {}).result
end

vim.wait(10000, function() return vim.lsp.get_client_by_id(client).initialized end, 20)
replace('actors: [marrow]', 'actors: [marow]')
vim.wait(10000, function() return #messages() > 0 end, 20)
found.typed = messages()
replace('actors: [marow]', 'actors: [marrow]')
vim.wait(10000, function() return #messages() == 0 end, 20)
found.corrected = messages()

replace('short: Arvane', 'short: آروان 🙂')
replace('[marrow]', '[marrow]')
local definition = request('textDocument/definition')
found.definition = definition[1].range.start.line
found.hover = request('textDocument/hover').contents.value
vim.lsp.util.apply_workspace_edit(request('textDocument/rename', { newName = 'ilse-marrow' }), 'utf-16')
found.renamed = text()
replace('type: AGREE', 'type:   AGREE')
local edits = request('textDocument/formatting', { options = { tabSize = 2, insertSpaces = true } })
vim.lsp.util.apply_text_edits(edits, 0, 'utf-16')
found.formatted = text()

vim.lsp.stop_client(client)
vim.wait(10000, function() return vim.lsp.client_is_stopped(client) end, 20)
io.stderr:write(vim.fn.json_encode(found))
vim.cmd('qall!')
