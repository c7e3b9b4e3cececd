"""The command line: the only room that knows click, talks to people and reads the environment."""


def main() -> None:
    """Run the command that the process was called with, and exit, as `running.run` does.

    What that needs is loaded only here, so that Ctrl-C ends this too without a traceback.
    """
    try:
        from postingkit.cli.starting import ending_at_once  # noqa: PLC0415 - see above

        with ending_at_once():
            from postingkit.cli.running import run  # noqa: PLC0415 - see above
        run()
    except KeyboardInterrupt:  # before anything else could answer it
        import sys  # noqa: PLC0415 - hardly anybody needs it

        sys.stderr.write("Interrupted.\n")
        sys.exit(130)
