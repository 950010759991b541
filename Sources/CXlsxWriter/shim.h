// SPDX-License-Identifier: MIT
// Debian's libxlsxwriter-dev.
#include <xlsxwriter.h>
