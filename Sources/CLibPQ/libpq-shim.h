// SPDX-License-Identifier: MIT
// PostgreSQL's own client library. Debian's libpq-dev puts it into a folder of its own, which is found without pkg-config too.
#if __has_include(<libpq-fe.h>)
#include <libpq-fe.h>
#else
#include <postgresql/libpq-fe.h>
#endif
