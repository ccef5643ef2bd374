-- Opens the report in $REPORT with the settings in $SETTINGS, waits for its findings, asks for hover and for code
-- actions, makes one fix, and writes what it saw to $TOLD as JSON. Works from Neovim 0.7 on.
local told = {}

if not vim.lsp.start then -- before 0.8
  vim.lsp.start = function(config)
    local number = vim.lsp.start_client(config)
    vim.wait(20000, function() return vim.lsp.get_client_by_id(number) ~= nil end, 50)
    vim.lsp.buf_attach_client(0, number)
    return number
  end
end

local function finish()
  local file = assert(io.open(vim.env.TOLD, "w"))
  file:write(vim.fn.json_encode(told))
  file:close()
  vim.cmd("qall!")
end

local function request(client, method, params)
  local answer = client.request_sync(method, params, 30000, 0)
  return answer and answer.result
end

local function main()
  dofile(vim.env.SETTINGS)
  vim.cmd("edit " .. vim.fn.fnameescape(vim.env.REPORT))
  local client
  assert(vim.wait(20000, function()
    for _, one in pairs((vim.lsp.get_clients or vim.lsp.get_active_clients)()) do
      client = one
    end
    return client ~= nil
  end, 50), "no server")
  local function faults()
    return vim.diagnostic.get(0, { severity = { min = vim.diagnostic.severity.WARN } })
  end
  assert(vim.wait(30000, function() return #faults() >= 4 end, 50), "no findings")
  local found = faults()
  table.sort(found, function(one, other) return one.lnum < other.lnum end)
  told.found = {}
  for _, one in ipairs(found) do
    local line = vim.api.nvim_buf_get_lines(0, one.lnum, one.lnum + 1, false)[1]
    table.insert(told.found, { tostring(one.code), line:sub(one.col + 1, one.end_col) })
  end

  local first = found[1]
  vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
  local place = vim.lsp.util.make_position_params(0, client.offset_encoding)
  local hover = request(client, "textDocument/hover", place)
  told.hover = hover and hover.contents.value or ""

  for _, one in ipairs(found) do
    if one.code == "doubled-mark" then
      vim.api.nvim_win_set_cursor(0, { one.lnum + 1, one.col })
    end
  end
  local range = vim.lsp.util.make_range_params(0, client.offset_encoding)
  range.context = { diagnostics = {} }
  local actions = request(client, "textDocument/codeAction", range) or {}
  told.actions = {}
  for _, action in ipairs(actions) do
    table.insert(told.actions, action.title)
  end
  for _, action in ipairs(actions) do
    if action.isPreferred then
      vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
      break
    end
  end
  vim.cmd("write")
  assert(vim.wait(30000, function() return #faults() == 3 end, 50), "the fix was not seen")
end

local right, fault = xpcall(main, debug.traceback)
if not right then
  told.error = fault
end
finish()
