// SPDX-License-Identifier: MIT

await Homeward.start()
