-- SPDX-License-Identifier: MIT
-- For wrk: asks for another page each time. PATTERN is the address, with %d for a number up to MOST; SESSIONS a file of
-- cookies, one session a line, of which each request takes one.

local pattern, most = os.getenv("PATTERN"), tonumber(os.getenv("MOST") or "1")
local sessions = {}
for line in io.lines(os.getenv("SESSIONS")) do
  if line ~= "" then sessions[#sessions + 1] = line end
end
math.randomseed(tonumber(os.getenv("SEED") or os.time()))

function request()
  wrk.headers["Cookie"] = sessions[math.random(#sessions)]
  return wrk.format(nil, string.format(pattern, math.random(most)))
end
