-- SPDX-License-Identifier: MIT
-- For wrk: asks for another page each time. PATTERN is the address, with %d for a number up to MOST; SESSIONS a file of
-- cookies, one session a line, of which each request takes one. With PAUSE_MS each connection waits about so long before
-- it asks, as somebody does who reads; without, it asks as soon as it was answered.

local pattern, most = os.getenv("PATTERN"), tonumber(os.getenv("MOST") or "1")
local sessions = {}
for line in io.lines(os.getenv("SESSIONS")) do
  if line ~= "" then sessions[#sessions + 1] = line end
end
math.randomseed(tonumber(os.getenv("SEED") or os.time()))

local pause = tonumber(os.getenv("PAUSE_MS") or "0")
if pause > 0 then
  function delay() return math.random(math.floor(pause / 2), math.floor(pause * 3 / 2)) end
end

function request()
  wrk.headers["Cookie"] = sessions[math.random(#sessions)]
  return wrk.format(nil, string.format(pattern, math.random(most)))
end
