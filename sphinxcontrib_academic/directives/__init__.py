"""The directives: doors to authors."""
