import Hummingbird
import GRDB
import CryptoExtras
let x = 1
