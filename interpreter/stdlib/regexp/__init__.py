"""Regular expressions in linear time: parser, compiler, matcher."""
