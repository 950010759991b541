import ArgumentParser
import Web
print("hello")
