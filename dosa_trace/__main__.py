"""`python -m dosa_trace` is `dosa-trace`."""

from dosa_trace.start import run

if __name__ == "__main__":
    run()
